package skills;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words behind a command: {@code --name value}, {@code --flag} and the rest in order. */
record Options(Map<String, String> named, List<String> rest) {

    static class WrongUse extends RuntimeException {
        WrongUse(String message) {
            super(message, null, false, false);
        }
    }

    static Options parse(String[] args, Set<String> valued, Set<String> flags) {
        Map<String, String> named = new HashMap<>();
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            String arg = args[i];
            String inline =
                    arg.startsWith("--") && arg.contains("=")
                            ? arg.substring(arg.indexOf('=') + 1)
                            : null;
            String name = inline == null ? arg : arg.substring(0, arg.indexOf('='));
            if (flags.contains(name) && inline == null) named.put(name, "");
            else if (valued.contains(name)) {
                if (inline == null && ++i == args.length)
                    throw new WrongUse(name + " needs a value.");
                named.put(name, inline == null ? args[i] : inline);
            } else if (arg.startsWith("-")) throw new WrongUse("Unknown option " + arg + ".");
            else rest.add(arg);
        }
        return new Options(named, rest);
    }

    boolean has(String flag) {
        return named.containsKey(flag);
    }

    String get(String name, String fallback) {
        return named.getOrDefault(name, fallback);
    }

    int port() {
        try {
            int port = Integer.parseInt(get("--port", "8080"));
            if (port > 0 && port < 65536) return port;
        } catch (NumberFormatException e) {
            // said below
        }
        throw new WrongUse("--port takes a number from 1 to 65535.");
    }
}
