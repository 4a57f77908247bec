package skills;

import java.util.Arrays;

/** Where every sub-command of {@code ./skills} that needs Java begins. */
public final class Main {

    private Main() {}

    /** Exit code 0: done, 1: failed, 2: wrong use. */
    public static void main(String[] args) {
        String command = args.length == 0 ? "" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        int exit =
                switch (command) {
                    case "run" -> RunCommand.run(rest);
                    case "train" -> TrainCommand.run();
                    case "import" -> ImportCommand.run(rest);
                    case "study" -> StudyCommand.run(rest);
                    case "admin" -> AdminCommand.run(rest);
                    default -> {
                        System.err.println("Unknown command '" + command + "'. Try: ./skills help");
                        yield 2;
                    }
                };
        // A running application ends by a signal, not here.
        if (exit >= 0) System.exit(exit);
    }
}
