// SPDX-License-Identifier: Apache-2.0
// bench/run EndToEndBench: whole batch runs with all of Fashion-MNIST; needs bench/fetch (1 minute)

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Whole batch runs with the 60,000 + 10,000 images of Fashion-MNIST, heap 1 GB: reading them into a table; reading and
 * training LeNet on 64 of them, which turns the table into the engine's images; and reading, training one epoch on all
 * cores, predicting and scoring. What bench/fetch has fetched must be there.
 */
public final class EndToEndBench {

    private static final Path DATA = Path.of("bench", "target", "data", "fashion-mnist").toAbsolutePath();

    private static final int TRAINING_IMAGES = 60_000;

    private static final int READER = 1;

    private static final int ARCHITECTURE = 2;

    private static final int LEARNER = 3;

    private static final int TEST_READER = 4;

    private static final int PREDICTOR = 5;

    private static final int SCORER = 6;

    private EndToEndBench() {
    }

    public static void main(final String... arguments) throws Exception {
        if (!Files.isDirectory(DATA)) {
            System.out.println("SKIPPED: there is no " + DATA + "; run bench/fetch first.");
            System.exit(3);
        }
        try (var workflow = reading()) {
            print("file -> table", workflow.run(TRAINING_IMAGES));
        }
        try (var workflow = training(
            "<config key=\"stopping\">" + BatchWorkflow.entry("images", "xlong", "64") + "</config>")) {
            print("file -> table -> engine, one update", workflow.run(TRAINING_IMAGES));
        }
        try (var workflow = training()) {
            workflow.node(TEST_READER, "read.dataset.ImageDatasetReader", reader("t10k"))
                .node(PREDICTOR, "learn.predictor.CnnPredictor", BatchWorkflow.entry("imageColumn", "xstring", "image"),
                    BatchWorkflow.entry("threads", "xint", cores()))
                .node(SCORER, "evaluate.scorer.ImageClassificationScorer",
                    BatchWorkflow.entry("labelColumn", "xstring", "label"),
                    BatchWorkflow.entry("predictionColumn", "xstring", "Prediction (label)"))
                .connection(LEARNER, 1, PREDICTOR, 1).connection(TEST_READER, 1, PREDICTOR, 2)
                .connection(PREDICTOR, 1, SCORER, 1);
            print("end to end, one epoch of LeNet", workflow.run(TRAINING_IMAGES));
        }
    }

    private static void print(final String what, final Measurement measurement) {
        System.out.printf(Locale.ROOT, "%-36s %6.1f s, %6.1f CPU-s, %,.0f images per CPU-second%n", what,
            measurement.wall(), measurement.cpu(), measurement.perCpuSecond());
    }

    private static BatchWorkflow reading() throws Exception {
        return new BatchWorkflow().node(READER, "read.dataset.ImageDatasetReader", reader("train"));
    }

    private static BatchWorkflow training(final String... settings) throws Exception {
        return reading()
            .node(ARCHITECTURE, "learn.architecture.CnnArchitecture")
            .node(LEARNER, "learn.learner.CnnLearner", BatchWorkflow.entry("imageColumn", "xstring", "image"),
                BatchWorkflow.entry("labelColumn", "xstring", "label"), BatchWorkflow.entry("epochs", "xint", "1"),
                BatchWorkflow.entry("threads", "xint", cores()), String.join("", settings))
            .connection(ARCHITECTURE, 1, LEARNER, 1).connection(READER, 1, LEARNER, 2);
    }

    private static String reader(final String part) {
        return BatchWorkflow.entry("format", "xstring", "IDX")
            + BatchWorkflow.entry("imagesFile", "xstring", DATA + "/" + part + "-images-idx3-ubyte.gz")
            + BatchWorkflow.entry("labelsFile", "xstring", DATA + "/" + part + "-labels-idx1-ubyte.gz")
            + BatchWorkflow.entry("rowIdPrefix", "xstring", part);
    }

    private static String cores() {
        return Integer.toString(Runtime.getRuntime().availableProcessors());
    }
}
