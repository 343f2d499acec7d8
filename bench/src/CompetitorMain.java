// SPDX-License-Identifier: Apache-2.0

import java.io.BufferedReader;
import java.io.InputStreamReader;

/**
 * The process of one competitor: {@code ours|dl4j NETWORK THREADS}. For each
 * line "train" or "predict" it reads, it measures and writes a line; at the end of its input it ends.
 */
public final class CompetitorMain {

    private CompetitorMain() {
    }

    public static void main(final String... arguments) throws Exception {
        final BenchNetwork network = BenchNetwork.of(arguments[1]);
        final int threads = Integer.parseInt(arguments[2]);
        serve("ours".equals(arguments[0]) ? new OurCompetitor(network, threads)
            : new Dl4jCompetitor(network, threads));
    }

    /** Measures as often as asked, then ends the process. */
    static void serve(final Competitor competitor) throws Exception {
        final BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println("train".equals(line) ? competitor.train() : competitor.predict());
        }
        System.exit(0);
    }
}
