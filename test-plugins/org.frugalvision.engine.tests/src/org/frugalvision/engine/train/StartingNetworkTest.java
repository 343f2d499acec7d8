// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.junit.Test;

/** Networks as trainings start with them. */
public final class StartingNetworkTest {

    private static final TrainingSettings SETTINGS = new TrainingSettings(1, 10, 0.01, 5, true, 2);

    @Test
    public void architecturesAreFittedToTheImages() {
        final Network network =
            StartingNetwork.untrained("lenet5", ArchitectureOptions.DEFAULT, sized(32, "x", "y"), 7);

        assertEquals(List.of("x", "y"), network.classes());
        assertEquals("lenet5", network.history().architecture());
        assertEquals(32, network.spec().input().height());
        assertEquals(network.hash(),
            StartingNetwork.untrained("lenet5", ArchitectureOptions.DEFAULT, sized(32, "x", "y"), 7).hash());
        assertNotEquals(network.hash(),
            StartingNetwork.untrained("lenet5", ArchitectureOptions.DEFAULT, sized(32, "x", "y"), 8).hash());
    }

    @Test
    public void sameClassesInAnotherOrderKeepTheNetwork() {
        final Network network = Networks.network(1);

        assertSame(network, StartingNetwork.trained(network, otherClasses("c", "a", "b"), 7));
    }

    /** Everything below the last layer stays; the last one is new, for the new classes. */
    @Test
    public void otherClassesGetANewLastLayer() throws CanceledException {
        final Network trained =
            new Training(Networks.network(1), Networks.images(30, 1), SETTINGS).fit(RunControl.none()).network();

        final Network other = StartingNetwork.trained(trained, otherClasses("a", "x", "y", "z"), 7);

        assertEquals(List.of("a", "x", "y", "z"), other.classes());
        final int kept = trained.weights().length - 3 * 5;
        assertArrayEquals(Arrays.copyOf(trained.weights(), kept), Arrays.copyOf(other.weights(), kept), 0);
        assertEquals(kept + 4 * 5, other.weights().length);
        assertArrayEquals(new double[]{0.25, 0.25, 0.25, 0.25}, other.history().prior(), 0);
        assertEquals(trained.history().ledger(), other.history().ledger());
        assertEquals(trained.history().provenance(), other.history().provenance());
    }

    @Test
    public void trainsOnWithOtherClasses() throws CanceledException {
        final Network trained = new Training(Networks.network(1), Networks.images(60, 1),
            new TrainingSettings(30, 10, 0.01, 5, true, 2)).fit(RunControl.none()).network();
        final ImageSet renamed = renamed(Networks.images(60, 2));

        final FitResult result = new Training(StartingNetwork.trained(trained, renamed, 7), renamed,
            new TrainingSettings(10, 10, 0.01, 5, true, 2)).fit(RunControl.none());
        assertTrue(result.epochs().get(9).loss() < 0.5 * result.epochs().get(0).loss());
        assertEquals(2, result.network().history().provenance().size());
    }

    private static ImageSet renamed(final ImageSet images) {
        final var set = new ImageSetBuilder(images.shape(), List.of("p", "q", "r"));
        final float[] pixels = new float[images.shape().size()];
        for (int i = 0; i < images.size(); i++) {
            images.readPixels(i, pixels, 0);
            final byte[] bytes = new byte[pixels.length];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte)Math.round(255 * pixels[k]);
            }
            set.add(images.id(i), bytes, images.label(i));
        }
        return set.build();
    }

    private static ImageSet otherClasses(final String... classes) {
        return new ImageSetBuilder(Networks.SHAPE, List.of(classes)).add("Row0", new byte[Networks.SHAPE.size()], 0)
            .build();
    }

    private static ImageSet sized(final int edge, final String... classes) {
        final var shape = new ImageShape(1, edge, edge);
        return new ImageSetBuilder(shape, List.of(classes)).add("Row0", new byte[shape.size()], 0).build();
    }
}
