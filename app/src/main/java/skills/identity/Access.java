package skills.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a handler. Every handler of the application carries it, on the method or on its
 * class; the application does not start when one lacks it. It guards the route; whether the row
 * asked for belongs to the account is checked where the row is read.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    By value();

    /** From the widest to the narrowest circle. */
    enum By {
        /** Anybody, without a session. */
        EVERYONE,
        /** Whoever has an account, guests included. */
        HOLDER,
        /** Whoever has kept the account. */
        KEPT,
        /** A teacher or coach of some organisation. */
        TEACHER,
        /** A researcher at some organisation. */
        RESEARCHER,
        /** Somebody who posts vacancies for an organisation. */
        EMPLOYER,
        /** An administrator. */
        ADMIN,
        /** A browser on the machine itself. */
        LOCALHOST
    }
}
