// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.learn.predictor.CnnPredictorNodeFactory;
import org.frugalvision.nodes.probe.ImageSetProbeNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Images of tables are decoded by several threads, ahead of whoever uses them, and by nobody's turn to compute. */
public class DecodingAheadTest {

    private static final int SUCCESS = 0;

    private static final int FAILED = 4;

    private static final long POLL_NANOS = 1_000_000;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws Exception {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    @Test(timeout = 60_000)
    public void learnerAndPredictorDecodeWhileOthersCompute() throws Exception {
        final int architecture = m_workflow.add(CnnArchitectureNodeFactory.class);
        final int training = table("28x28x1 a", "28x28x1 b", "28x28x1 a");
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> model.addInt("epochs", 1));
        final int predictor = m_workflow.add(CnnPredictorNodeFactory.class);
        final Path predictions = m_temporary.getRoot().toPath().resolve("predictions");
        final int probe =
            m_workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", predictions.toString()));
        m_workflow.connect(architecture, 1, learner, 1).connect(training, 1, learner, 2)
            .connect(learner, 1, predictor, 1).connect(training, 1, predictor, 2).connect(predictor, 1, probe, 1);
        final CompletableFuture<Integer> exit;
        final CompletableFuture<Void> turnAfterTheTraining;
        try (Compute.Lease lease = Compute.lease(RunControl.none())) {
            exit = CompletableFuture.supplyAsync(this::run);
            awaitTurnAskedBy("Training"); // which has all images
            final var asked = new CountDownLatch(1);
            turnAfterTheTraining = CompletableFuture.runAsync(() -> {
                try (Compute.Lease next = Compute.lease(new Asking(asked))) {
                    awaitTurnAskedBy("CnnPredictor"); // which has the images of a block
                } catch (final CanceledException e) {
                    throw new AssertionError(e);
                }
            });
            asked.await();
        }

        turnAfterTheTraining.get();
        assertEquals(SUCCESS, (int)exit.get());
        assertEquals(4, Files.readAllLines(predictions).size());
    }

    @Test
    public void rowsKeepTheirOrderWhateverTheirImagesTake() throws Exception {
        final String[] rows = IntStream.range(0, 300)
            .mapToObj(i -> i % 7 == 3 ? "? a" : i % 11 == 5 ? "8x8x1! a" : "8x8x1=" + i % 256 + " b")
            .toArray(String[]::new);
        final int images = table(rows);
        final Path values = m_temporary.getRoot().toPath().resolve("values");
        m_workflow.connect(images, 1,
            m_workflow.add(ImageSetProbeNodeFactory.class, model -> model.addString("text", values.toString())), 1);

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(values);
        final List<Integer> readable =
            IntStream.range(0, 300).filter(i -> i % 7 != 3 && i % 11 != 5).boxed().toList();
        assertEquals(readable.size(), lines.size());
        for (int i = 0; i < lines.size(); i++) {
            final String[] words = lines.get(i).split(" ");
            assertEquals("r" + (readable.get(i) + 1), words[0]);
            assertEquals(readable.get(i) % 256 * 257, Integer.parseInt(words[words.length - 1]));
        }
    }

    @Test
    public void theFirstRowThatFailsIsNamedThoughALaterOneFailsSooner() throws Exception {
        final String[] rows = new String[60];
        Arrays.fill(rows, "28x28x1 a");
        rows[0] = "28x28x1 b";
        rows[20] = "900x900x1 a";
        rows[21] = "3x3x1 a";
        rows[50] = "5x5x1 a";
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> model.addInt("epochs", 1));
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class), 1, learner, 1)
            .connect(table(rows), 1, learner, 2);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Row \"r21\": the image has 900 x 900 pixels, 1 channel, but must have 28 x 28 pixels, 1 "
            + "channel like the images before it.", m_workflow.message(learner));
    }

    private int run() {
        try {
            return m_workflow.run();
        } catch (final Exception e) { // fails the test
            throw new AssertionError(e);
        }
    }

    private static void awaitTurnAskedBy(final String who) {
        while (!somebodyWaitsForTheTurn(who)) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private static boolean somebodyWaitsForTheTurn(final String who) {
        return Thread.getAllStackTraces().values().stream().map(stack -> Arrays.stream(stack)
            .map(frame -> frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName()).toList())
            .anyMatch(
                frames -> frames.contains("Compute.enter") && frames.stream().anyMatch(frame -> frame.startsWith(who)));
    }

    /** A table with an image and a label a row, "r1", "r2", ... */
    private int table(final String... rows) {
        return m_workflow.add(ImageTableProbeNodeFactory.class,
            model -> model.addString("text", IntStream.range(0, rows.length)
                .mapToObj(i -> "r%d %s".formatted(i + 1, rows[i]))
                .collect(Collectors.joining("\n", "image label[a,b]\n", ""))));
    }

    /** Tells that it has to wait for the turn. */
    private record Asking(CountDownLatch asked) implements RunControl {

        @Override
        public void progress(final double fraction, final String message) {
            asked.countDown();
        }

        @Override
        public void checkCanceled() {
            // goes on
        }
    }
}
