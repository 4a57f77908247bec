package skills.assessment;

import java.util.List;

/**
 * What is wrong or worth knowing about a place in a file that somebody gave.
 *
 * @param file its name as we call it
 * @param line counted from 1; 0 when it is about the file as a whole
 * @param column name of the column; empty when it is about the row as a whole
 * @param wrong false: nothing has to be done
 * @param key of the message that says what it is and what to do
 */
record Remark(
        String file, long line, String column, boolean wrong, String key, List<Object> arguments) {

    Object[] args() {
        return arguments.toArray();
    }
}
