// SPDX-License-Identifier: Apache-2.0

import java.nio.file.Path;

/** The process of a competitor that is fetched: {@code djl|onnx NETWORK THREADS FOLDER}, see {@link CompetitorMain}. */
public final class ForeignMain {

    private ForeignMain() {
    }

    public static void main(final String... arguments) throws Exception {
        final BenchNetwork network = BenchNetwork.of(arguments[1]);
        final Path folder = Path.of(arguments[3]);
        CompetitorMain.serve("djl".equals(arguments[0]) ? new DjlCompetitor(network, folder)
            : new OnnxCompetitor(network, Integer.parseInt(arguments[2]), folder));
    }
}
