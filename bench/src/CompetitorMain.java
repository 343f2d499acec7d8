// SPDX-License-Identifier: Apache-2.0

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.Locale;

/**
 * The process of one competitor: {@code ours|dl4j lenet|resnet8 THREADS}. For each
 * line "train" or "predict" it reads, it measures and writes a line; at the end of its input it ends.
 */
public final class CompetitorMain {

    private CompetitorMain() {
    }

    public static void main(final String... arguments) throws Exception {
        final BenchNetwork network = BenchNetwork.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        final int threads = Integer.parseInt(arguments[2]);
        final Competitor competitor =
            "ours".equals(arguments[0]) ? new OurCompetitor(network, threads) : new Dl4jCompetitor(network, threads);
        final BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println("train".equals(line) ? competitor.train() : competitor.predict());
        }
        System.exit(0);
    }
}
