package skills.platform;

record ProblemView(String key, String reference, Object[] arguments) {}
