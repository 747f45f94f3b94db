package dev.podium.chaos;

/** {@code ./podium chaos}; ends with 0 only where nothing was lost, doubled or wrong. */
final class Chaos {
    private Chaos() {}

    public static void main(String[] words) {
        int status = 1;
        try {
            status = run(Options.parse(words)) ? 0 : 1;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + Options.HELP);
            status = 2;
        } catch (Exception | AssertionError e) {
            e.printStackTrace();
        }
        System.exit(status);
    }

    private static boolean run(Options options) throws Exception {
        var console = new Console();
        return options.soakMinutes() > 0
                ? new Soak(options, console).run()
                : new Run(options, console).play().isClean();
    }
}
