// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.Platform;
import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.learn.predictor.CnnPredictorNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Work that nobody wants any more ends at once and leaves nothing behind. */
public class CancelTest {

    private static final int FAILED = 4;

    private static final long POLL_NANOS = 1_000_000;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    @Test(timeout = 60_000)
    public void canceledTrainingEndsAndLeavesNoFilesOrThreads() throws Exception {
        final var workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
        final int table = workflow.add(ImageTableProbeNodeFactory.class,
            model -> model.addString("text", IntStream.range(0, 200)
                .mapToObj(i -> "r%d 28x28x1 %s".formatted(i, i % 2 == 0 ? "a" : "b"))
                .collect(Collectors.joining("\n", "image label[a,b]\n", ""))));
        final int architecture = workflow.add(CnnArchitectureNodeFactory.class);
        final int learner = workflow.add(CnnLearnerNodeFactory.class, model -> model.addInt("epochs", 10_000));
        workflow.connect(architecture, 1, learner, 1).connect(table, 1, learner, 2);
        final Set<Path> before = temporaryFiles(workflow);

        final Path cancel = Files.createDirectories(workspace()).resolve(".cancel");
        // KNIME looks for the file once a second; it is there before the training has begun to matter
        Files.write(cancel, new byte[0]);
        try {
            assertEquals(FAILED, workflow.run());
        } finally {
            Files.deleteIfExists(cancel); // KNIME deletes it when it obeys
        }

        awaitEndOfThreads("CNN Learner");
        assertEquals(before, temporaryFiles(workflow));
    }

    @Test(timeout = 60_000)
    public void canceledPredictionEndsWithinItsTable() throws Exception {
        final var workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
        final int network = workflow.add(CnnArchitectureNodeFactory.class, model -> {
            model.addString("architecture", "vgg-small");
            model.addString("head", "GLOBAL_AVERAGE");
        });
        final int training = workflow.add(ImageTableProbeNodeFactory.class,
            model -> model.addString("text", "image label[a,b]\nr1 16x16x1 a\nr2 16x16x1 b"));
        final int learner = workflow.add(CnnLearnerNodeFactory.class, model -> model.addInt("epochs", 1));
        // minutes of work, in batches of a tenth of a second
        final int images = workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text",
            IntStream.range(0, 1000).mapToObj(i -> "r%d 256x256x1=%d".formatted(i, i % 256))
                .collect(Collectors.joining("\n", "image\n", ""))));
        final int predictor = workflow.add(CnnPredictorNodeFactory.class);
        final Path cancel = Files.createDirectories(workspace()).resolve(".cancel");
        final int canceler =
            workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", cancel.toString()));
        final Path predictions = m_temporary.getRoot().toPath().resolve("predictions");
        final int probe =
            workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", predictions.toString()));
        workflow.connect(predictor, 1, probe, 1).connect(network, 1, learner, 1).connect(training, 1, learner, 2)
            .connect(learner, 1, predictor, 1).connect(images, 1, predictor, 2).connect(learner, 2, canceler, 1);
        try {
            assertEquals(FAILED, workflow.run());
        } finally {
            Files.deleteIfExists(cancel); // KNIME deletes it when it obeys
        }

        awaitEndOfThreads("CNN Predictor");
        assertFalse("the predictor went on", Files.exists(predictions));
    }

    /** KNIME does not wait for ever for a node to obey; on a busy machine it may still be at its last batch. */
    private static void awaitEndOfThreads(final String node) {
        while (Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().contains(node))) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private static Path workspace() throws Exception {
        return Path.of(Platform.getInstanceLocation().getURL().toURI());
    }

    /** What KNIME names the temporary files of a workflow, and our engine its own; others may run on this machine. */
    private static Set<Path> temporaryFiles(final TestWorkflow workflow) throws IOException {
        final String ours = "knime_%s.*|frugalvision.*".formatted(workflow.folder().getFileName());
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches(ours)).collect(Collectors.toSet());
        }
    }
}
