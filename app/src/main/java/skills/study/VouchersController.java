package skills.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import skills.evaluation.plan.Wave;
import skills.identity.Access;
import skills.identity.Account;
import skills.platform.Problem;

/** Loading codes of vouchers, and a participant's getting one. */
@Controller
class VouchersController {

    private final StudyDesk desk;
    private final Studies studies;
    private final Vouchers vouchers;
    private final Enrolments enrolments;

    VouchersController(StudyDesk desk, Studies studies, Vouchers vouchers, Enrolments enrolments) {
        this.desk = desk;
        this.studies = studies;
        this.vouchers = vouchers;
        this.enrolments = enrolments;
    }

    /**
     * @param waves for which there is a voucher
     * @param put codes that were just added, null before
     * @param faults lines that could not be used
     */
    record VouchersView(
            Study study,
            List<Wave> waves,
            Map<String, Vouchers.Pool> pools,
            @Nullable Integer put,
            List<VoucherCodes.Fault> faults) {

        String at() {
            return "/studies/" + study.id().value();
        }

        Vouchers.Pool pool(Wave wave) {
            return pools.getOrDefault(wave.id(), Vouchers.Pool.EMPTY);
        }
    }

    @GetMapping("/studies/{id}/vouchers")
    @Access(Access.By.RESEARCHER)
    ModelAndView page(Account researcher, @PathVariable UUID id) {
        return page(desk.mine(researcher, id), null, List.of());
    }

    @PostMapping("/studies/{id}/vouchers")
    @Access(Access.By.RESEARCHER)
    ModelAndView load(
            Account researcher,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String wave,
            @RequestParam(defaultValue = "") String codes) {
        Study study = desk.mine(researcher, id);
        if (rewarded(study).stream().noneMatch(w -> w.id().equals(wave))) throw Problem.notFound();
        VoucherCodes read = VoucherCodes.read(codes);
        Set<String> known = new HashSet<>(vouchers.known(study.id(), read.codes()));
        List<VoucherCodes.Fault> faults = new ArrayList<>(read.faults());
        known.forEach(c -> faults.add(new VoucherCodes.Fault(0, "voucher.fault.known", c)));
        List<String> fresh = read.codes().stream().filter(c -> !known.contains(c)).toList();
        vouchers.load(study.id(), wave, fresh, researcher.id());
        return page(study, fresh.size(), faults);
    }

    /** Hands out the code of a wave that was answered. */
    @PostMapping("/study/{enrolment}/voucher/{wave}")
    @Access(Access.By.HOLDER)
    String get(Account account, @PathVariable UUID enrolment, @PathVariable String wave) {
        Enrolment own =
                enrolments
                        .find(account.id(), new EnrolmentId(enrolment))
                        .orElseThrow(Problem::notFound);
        Study study = studies.find(own.study()).orElseThrow();
        if (rewarded(study).stream().noneMatch(w -> w.id().equals(wave))) throw Problem.notFound();
        boolean none = vouchers.issue(own, wave).isEmpty();
        return "redirect:/study" + (none ? "?novoucher" : "") + "#vouchers";
    }

    private ModelAndView page(Study study, @Nullable Integer put, List<VoucherCodes.Fault> faults) {
        return new ModelAndView(
                "study/vouchers",
                "view",
                new VouchersView(study, rewarded(study), vouchers.pools(study.id()), put, faults));
    }

    private static List<Wave> rewarded(Study study) {
        return study.plan().waves().stream().filter(w -> w.voucherCents() > 0).toList();
    }
}
