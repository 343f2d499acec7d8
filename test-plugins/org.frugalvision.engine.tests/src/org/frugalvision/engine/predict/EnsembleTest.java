// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Ensemble;
import org.frugalvision.engine.network.Labelling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.OtherClasses;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Several networks as one. */
public final class EnsembleTest {

    private static final List<String> CLASSES = List.of("a", "b", "c");

    private static final Network PLAIN = Network.initialise(Networks.spec(), CLASSES, Seeds.of(1));

    private static final Network RESIDUAL = Network.initialise(
        Architectures.create("resnet8").build(new ImageShape(2, 8, 8), CLASSES.size())
            .withInput(new ImageShape(2, 6, 5)), CLASSES, Seeds.of(2));

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    @Test
    public void scoresAreTheMeansOfThoseOfTheMembers() throws CanceledException {
        final Network ensemble = Ensemble.of(List.of(PLAIN, RESIDUAL, PLAIN));
        final ImageSet images = Networks.images(40, 5);

        final List<Prediction> together = predict(ensemble, images);

        final List<Prediction> plain = predict(PLAIN, images);
        final List<Prediction> residual = predict(RESIDUAL, images);
        for (int i = 0; i < images.size(); i++) {
            for (int k = 0; k < CLASSES.size(); k++) {
                assertEquals((2.0 * plain.get(i).scores()[k] + residual.get(i).scores()[k]) / 3,
                    together.get(i).scores()[k], 1e-5);
            }
        }
    }

    @Test
    public void embeddingsStandOneAfterTheOther() throws CanceledException {
        final Network ensemble = Ensemble.of(List.of(PLAIN, RESIDUAL));
        final ImageSet images = Networks.images(3, 5);

        final float[] together = predict(ensemble, images).get(2).embedding();

        final float[] plain = predict(PLAIN, images).get(2).embedding();
        final float[] residual = predict(RESIDUAL, images).get(2).embedding();
        assertEquals(ensemble.spec().features(), together.length);
        assertEquals(plain.length + residual.length, together.length);
        for (int i = 0; i < together.length; i++) {
            assertEquals(i < plain.length ? plain[i] : residual[i - plain.length], together[i], 1e-5);
        }
    }

    @Test
    public void survivesItsFile() throws IOException {
        final Network ensemble = Ensemble.of(List.of(PLAIN, RESIDUAL));
        final var out = new ByteArrayOutputStream();
        ensemble.save(out);

        final Network loaded = Network.load(Files.write(m_folder.newFile().toPath(), out.toByteArray()));

        assertEquals(ensemble.spec(), loaded.spec());
        assertEquals(ensemble.hash(), loaded.hash());
        assertArrayEquals(ensemble.weights(), loaded.weights(), 0);
        assertEquals("ensemble", loaded.history().architecture());
    }

    @Test
    public void costsWhatItsMembersCost() {
        final Network ensemble = Ensemble.of(List.of(PLAIN, RESIDUAL));

        assertEquals(PLAIN.spec().multiplyAdds() + RESIDUAL.spec().multiplyAdds(), ensemble.spec().multiplyAdds());
        assertEquals(PLAIN.spec().parameters() + RESIDUAL.spec().parameters(), ensemble.spec().parameters());
    }

    @Test
    public void takesOtherClasses() {
        final Network ensemble = Ensemble.of(List.of(PLAIN, RESIDUAL));

        final Network other = OtherClasses.of(ensemble, List.of("x", "y"), Labelling.ONE, Seeds.of(3));

        assertEquals(2, other.spec().classes());
        assertEquals(ensemble.weights()[0], other.weights()[0], 0);
        assertEquals(RESIDUAL.weights()[0],
            other.weights()[(int)OtherClasses.of(PLAIN, List.of("x", "y"), Labelling.ONE, Seeds.of(3)).spec()
                .parameters()], 0);
    }

    @Test
    public void refusesOneNetwork() {
        assertEquals("\"Networks\" must be at least 2, but is 1.",
            assertThrows(SettingsException.class, () -> Ensemble.of(List.of(PLAIN))).getMessage());
    }

    @Test
    public void refusesOtherImagesAndOtherClasses() {
        final Network larger = Network.initialise(
            Architectures.create("resnet8").build(new ImageShape(2, 8, 8), CLASSES.size()), CLASSES, Seeds.of(2));
        assertEquals("Network 2: it takes images of 8 x 8 pixels, 2 channels, but network 1 takes images of 5 x 6 pixels,"
            + " 2 channels.",
            assertThrows(DataException.class, () -> Ensemble.of(List.of(PLAIN, larger))).getMessage());
        final Network renamed = Network.initialise(Networks.spec(), List.of("a", "c", "b"), Seeds.of(1));
        assertEquals("Network 2: its classes are not those of network 1 in the same order.",
            assertThrows(DataException.class, () -> Ensemble.of(List.of(PLAIN, renamed))).getMessage());
    }

    private static List<Prediction> predict(final Network network, final ImageSet images) throws CanceledException {
        try (Predictor predictor = Predictor.open(network, InferenceSettings.DEFAULT, Optional.empty(), true)) {
            return predictor.predict(images, RunControl.none());
        }
    }
}
