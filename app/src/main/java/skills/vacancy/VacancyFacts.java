package skills.vacancy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import skills.taxonomy.OccupationId;
import skills.taxonomy.SkillId;

/** A vacancy without its text in a few hundred bytes, as the index keeps it. */
final class VacancyFacts {

    private static final Contract[] CONTRACTS = Contract.values();
    private static final Pay.Per[] PERIODS = Pay.Per.values();
    private static final Requirement.Origin[] ORIGINS = Requirement.Origin.values();
    private static final EducationLevel[] LEVELS = EducationLevel.values();

    private VacancyFacts() {}

    static byte[] write(Vacancy v) {
        var bytes = new ByteArrayOutputStream(400);
        try (var out = new DataOutputStream(bytes)) {
            write(out, v.id().value());
            out.writeUTF(v.title());
            write(out, v.employer());
            out.writeUTF(v.place());
            Point at = v.at();
            out.writeBoolean(at != null);
            if (at != null) {
                out.writeDouble(at.lat());
                out.writeDouble(at.lon());
            }
            Pay pay = v.pay();
            out.writeBoolean(pay != null);
            if (pay != null) {
                out.writeUTF(pay.min().toPlainString());
                out.writeUTF(pay.max().toPlainString());
                out.writeUTF(pay.currency());
                out.writeByte(pay.per().ordinal());
            }
            Hours hours = v.hours();
            out.writeBoolean(hours != null);
            if (hours != null) {
                out.writeDouble(hours.min());
                out.writeDouble(hours.max());
            }
            out.writeShort(bits(v.contract()));
            write(out, v.posted());
            write(out, v.openUntil());
            out.writeBoolean(v.openUntilGiven());
            out.writeBoolean(v.cutOff());
            write(out, v.url());
            out.writeUTF(v.source());
            out.writeUTF(v.language());
            out.writeBoolean(v.demo());
            var job = v.occupation();
            out.writeBoolean(job != null);
            if (job != null) {
                write(out, job.id().value());
                out.writeUTF(job.label());
                out.writeBoolean(job.guessed());
            }
            out.writeShort(v.requirements().size());
            for (Requirement r : v.requirements()) {
                write(out, r.skill().value());
                out.writeByte(r.origin().ordinal() * 2 + (r.must() ? 1 : 0));
            }
            EducationLevel level = v.asked().education();
            out.writeByte(level == null ? -1 : level.ordinal());
            out.writeByte(v.asked().languages().size());
            for (Asked.Language l : v.asked().languages()) out.writeUTF(l.written());
            write(out, v.standing().endedOn());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Vacancy read(byte[] bytes, int offset, int length) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length))) {
            return new Vacancy(
                    new VacancyId(uuid(in)),
                    in.readUTF(),
                    text(in),
                    in.readUTF(),
                    in.readBoolean() ? new Point(in.readDouble(), in.readDouble()) : null,
                    in.readBoolean()
                            ? new Pay(
                                    new BigDecimal(in.readUTF()),
                                    new BigDecimal(in.readUTF()),
                                    in.readUTF(),
                                    PERIODS[in.readByte()])
                            : null,
                    in.readBoolean() ? new Hours(in.readDouble(), in.readDouble()) : null,
                    contracts(in.readShort()),
                    day(in),
                    day(in),
                    in.readBoolean(),
                    "",
                    in.readBoolean(),
                    text(in),
                    in.readUTF(),
                    in.readUTF(),
                    in.readBoolean(),
                    in.readBoolean()
                            ? new Vacancy.MappedOccupation(
                                    new OccupationId(uuid(in)), in.readUTF(), in.readBoolean())
                            : null,
                    requirements(in),
                    asked(in),
                    new Standing(day(in), false, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int bits(Set<Contract> contracts) {
        int bits = 0;
        for (Contract c : contracts) bits |= 1 << c.ordinal();
        return bits;
    }

    private static Set<Contract> contracts(int bits) {
        Set<Contract> found = EnumSet.noneOf(Contract.class);
        for (Contract c : CONTRACTS) if ((bits & 1 << c.ordinal()) != 0) found.add(c);
        return Collections.unmodifiableSet(found);
    }

    private static List<Requirement> requirements(DataInputStream in) throws IOException {
        int n = in.readShort();
        List<Requirement> all = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            var skill = new SkillId(uuid(in));
            int kind = in.readByte();
            all.add(new Requirement(skill, (kind & 1) == 1, ORIGINS[kind / 2]));
        }
        return Collections.unmodifiableList(all);
    }

    private static Asked asked(DataInputStream in) throws IOException {
        int level = in.readByte();
        int n = in.readByte();
        if (level < 0 && n == 0) return Asked.NOTHING;
        List<Asked.Language> languages = new ArrayList<>(n);
        for (int i = 0; i < n; i++) languages.add(Asked.Language.read(in.readUTF()));
        return new Asked(level < 0 ? null : LEVELS[level], languages);
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) out.writeUTF(text);
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    private static void write(DataOutputStream out, @Nullable LocalDate day) throws IOException {
        out.writeInt(day == null ? Integer.MIN_VALUE : (int) day.toEpochDay());
    }

    private static @Nullable LocalDate day(DataInputStream in) throws IOException {
        int day = in.readInt();
        return day == Integer.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
    }
}
