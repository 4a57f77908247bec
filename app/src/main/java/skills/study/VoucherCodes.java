package skills.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Codes of vouchers as somebody pasted them: one a line, or the first column of a table.
 *
 * @param codes that can be used, each once
 * @param faults lines that cannot, with a key of a message
 */
record VoucherCodes(List<String> codes, List<Fault> faults) {

    static final int MOST = 20_000;

    private static final Pattern CODE =
            Pattern.compile("[\\p{Alnum}][\\p{Alnum} ./_-]{2,58}[\\p{Alnum}]");

    /**
     * @param line from 1
     */
    record Fault(int line, String key, String text) {}

    static VoucherCodes read(String text) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        int number = 0;
        for (String line : text.replace("\uFEFF", "").lines().limit(MOST).toList()) {
            number++;
            String code = line.split("[;,\\t]", 2)[0].replace("\"", "").strip();
            if (code.isEmpty()) continue;
            if (!CODE.matcher(code).matches())
                faults.add(new Fault(number, "voucher.fault.form", code));
            else if (seen.putIfAbsent(code, number) != null)
                faults.add(new Fault(number, "voucher.fault.twice", code));
        }
        return new VoucherCodes(List.copyOf(seen.keySet()), List.copyOf(faults));
    }
}
