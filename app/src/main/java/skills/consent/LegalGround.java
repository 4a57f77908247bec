package skills.consent;

/** Why the law allows the reading: article 6, first paragraph, of the GDPR. */
public enum LegalGround {
    /** 6(1)(a): the person said yes, freely, and may take it back. */
    CONSENT,
    /** 6(1)(b). */
    CONTRACT,
    /** 6(1)(c). */
    LEGAL_DUTY,
    /** 6(1)(e): a school's own task by law. */
    PUBLIC_TASK,
    /** 6(1)(f). */
    LEGITIMATE_INTEREST
}
