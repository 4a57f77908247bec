package skills.passport;

import org.jspecify.annotations.Nullable;

record StartView(OptionsView options, @Nullable String fault) {}
