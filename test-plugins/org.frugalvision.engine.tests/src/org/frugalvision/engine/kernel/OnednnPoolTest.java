// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertArrayEquals;

import java.util.List;
import java.util.Map;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** Parts of several sizes that use one memory in turn. */
public final class OnednnPoolTest {

    private static final ImageShape SHAPE = new ImageShape(2, 48, 48);

    private static final NetworkSpec SPEC = new NetworkSpec(SHAPE, List.of(
        new Node("convolution", new Convolution(8, 3, 1, 1, true, Activation.RELU), List.of(Node.INPUT)),
        new Node("scores", new Dense(3, Activation.IDENTITY), List.of("convolution"))));

    private static final int FEW = 2;

    /** So many that their memory is given back to the system when it grows, where reading it would end the JVM. */
    private static final int MANY = 64;

    private static final float[] PIXELS = random(FEW * SHAPE.size());

    private static final float[] WEIGHTS = random(SPEC.graph().parameters());

    @Test
    public void aPartFollowsTheMemoryThatALaterOneHasMadeGrow() throws CanceledException {
        try (Workers workers = Workers.open(1)) {
            workers.all(index -> {
                assertArrayEquals(scores(FEW), scores(MANY), 0);
                return null;
            });
        }
    }

    /** Of few images, where a part of others was opened after theirs. */
    private static float[] scores(final int later) {
        final Graph graph = SPEC.graph();
        final Purpose purpose = Purpose.forward(SPEC, SHAPE, false, List.of("scores"));
        final float[] scores = new float[FEW * graph.shape(graph.last()).size()];
        try (OnednnLibrary library = new OnednnLibrary(graph, EightBits.NONE);
            Prepared prepared = new Prepared(graph, purpose, library)) {
            library.setWeights(WEIGHTS);
            final Part part = prepared.pool(FEW).part(0);
            prepared.pool(later).part(0);
            part.begin(new Batch(new Replica.Pixels(PIXELS, FEW, SHAPE), 0, Replica.Mode.EVALUATION,
                Map.of(graph.last(), scores), null, Map.of()), 0, 0, FEW);
            prepared.schedule().forward().forEach(steps -> steps.forEach(part::run));
        }
        return scores;
    }

    private static float[] random(final int count) {
        final float[] values = new float[count];
        final var random = Seeds.of(1).generator();
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }
}
