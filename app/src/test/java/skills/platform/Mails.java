package skills.platform;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail as it is with a mail server set. */
public final class Mails {

    private Mails() {}

    /** Letters go to this port of this machine. */
    public static Mail at(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.setDefaultEncoding("UTF-8");
        var beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        return new Mail(
                beans.getBeanProvider(JavaMailSender.class),
                new Outbox(null, null),
                "van@example.org");
    }
}
