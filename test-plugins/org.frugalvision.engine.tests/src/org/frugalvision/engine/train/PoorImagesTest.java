// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.recipe.TrainingMethods;
import org.frugalvision.engine.recipe.Trait;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** Images from which nothing can be learned, or not with this network. */
public final class PoorImagesTest {

    private static final List<String> CLASSES = List.of("a", "b");

    @Test
    public void everyArchitectureSurvivesImagesOfOneColour() throws CanceledException {
        for (final var architecture : Architectures.infos()) {
            final int side = architecture.smallest();
            for (final int value : new int[]{0, 255}) {
                final ImageSet images = constant(new ImageShape(1, side, side), value);

                final Network trained = fit(architecture.id(), images, List.of());

                assertEven(architecture.id() + " " + value, trained, images);
            }
        }
    }

    @Test
    public void everyMethodSurvivesImagesOfOneColour() throws CanceledException {
        final ImageSet images = constant(new ImageShape(1, 16, 16), 0);
        // methods that need more than an ordinary network and images with labels are tried by their contract
        for (final var info : TrainingMethods.infos().stream().filter(info -> info.columns().isEmpty()
            && info.traits().contains(Trait.KEEPS_SIZE) && !info.claims().contains(Claim.SPARSITY)).toList()) {
            final String network = info.claims().contains(Claim.START) ? "resnet14" : "lenet"; // START needs blocks
            assertEven(info.id(), fit(network, images, List.of(TrainingMethods.create(Choice.of(info.id())))),
                images);
        }
    }

    @Test
    public void validationImagesMustFitTheNetwork() {
        assertRefused("Validation images: the network takes 5 x 6 pixels, 2 channels, but these have 5 x 6 pixels,"
            + " 1 channel.", new ImageSetBuilder(new ImageShape(1, 6, 5), Networks.CLASSES)
                .add("Row1", new byte[30], 0).build());
        assertRefused("Row \"Row1\": the network does not know the class \"d\".",
            new ImageSetBuilder(Networks.SHAPE, List.of("d")).add("Row1", new byte[60], 0).build());
    }

    @Test
    public void validationImagesMayBeOfOneClassOrOneImage() throws CanceledException {
        final FitResult result = new Training(Networks.network(1), Networks.images(6, 1), new TrainingSettings(1, 4,
            0.01, 1, true, 1)).validatedBy(Networks.images(6, 2).subset(1)).fit(RunControl.none());

        assertTrue(result.epochs().get(0).validation().isPresent());
    }

    private static void assertRefused(final String message, final ImageSet validation) {
        assertEquals(message,
            assertThrows(DataException.class,
                () -> new Training(Networks.network(1), Networks.images(6, 1), new TrainingSettings(1, 4, 0.01, 1,
                    true, 1)).validatedBy(validation).fit(RunControl.none())).getMessage());
    }

    /** Finite weights, and the same probabilities for every image. */
    private static void assertEven(final String what, final Network network, final ImageSet images)
        throws CanceledException {
        for (final float weight : network.weights()) {
            assertTrue(what, Float.isFinite(weight));
        }
        final double[][] probabilities =
            Inference.probabilities(network, images, InferenceSettings.DEFAULT, RunControl.none());
        for (final double[] row : probabilities) {
            assertEquals(what, 1, Arrays.stream(row).sum(), 1e-12);
            assertArrayEquals(what, probabilities[0], row, 1e-6);
        }
    }

    private static Network fit(final String architecture, final ImageSet images, final List<? extends TrainingMethod> recipe)
        throws CanceledException {
        final Network start = Network.initialise(Architectures.create(architecture).build(images.shape(), 2), CLASSES,
            Seeds.of(1));
        return new Training(start, images, new TrainingSettings(2, 4, 0.01, 1, true, 2)).with(recipe)
            .fit(RunControl.none()).network();
    }

    private static ImageSet constant(final ImageShape shape, final int value) {
        final var builder = new ImageSetBuilder(shape, CLASSES);
        final byte[] pixels = new byte[shape.size()];
        Arrays.fill(pixels, (byte)value);
        for (int i = 0; i < 6; i++) {
            builder.add("Row" + i, pixels, i % 2);
        }
        return builder.build();
    }
}
