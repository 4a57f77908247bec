package skills.statistics.bench;

import java.util.function.Supplier;
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

    @Benchmark
    public double[] run() {
        return work.get();
    }
}
