package skills.statistics.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What JMH runs: one {@link Task} after its name, in a JVM of its own. */
@State(Scope.Benchmark)
public class HeavyMethods {

    /** Name of the task; {@link StatisticsBench} fills it in. */
    @Param("none")
    public String task;

    private Supplier<double[]> work;

    @Setup
    public void prepare() {
        work = Tasks.of(task).work();
    }

    /** Processor time of the measuring thread, which other work on the machine does not stretch. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Processor {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
        public long nanoseconds;
        public long calls;
    }

    @Benchmark
    public double[] run(Processor processor) {
        long start = Processor.THREADS.getCurrentThreadCpuTime();
        double[] result = work.get();
        processor.nanoseconds += Processor.THREADS.getCurrentThreadCpuTime() - start;
        processor.calls++;
        return result;
    }
}
