// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.image.ColumnedImages;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.network.Labelling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.recipe.FocalLoss;
import org.frugalvision.engine.recipe.SigmoidLoss;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** Trainings on images with several labels, or with none. */
public final class SeveralLabelsTest {

    private static final TrainingSettings SETTINGS = new TrainingSettings(200, 10, 0.01, 5, true, 2);

    /** Noise with bright rows of pixels; each bright row is a label: none, a, b, a and c, b and c, ... */
    static ImageSet images(final int count, final long seed) {
        final int[][] sets = {{}, {0}, {1}, {0, 2}, {1, 2}, {0, 1, 2}};
        final var random = Seeds.of(seed).named("images").generator();
        final var builder = new ImageSetBuilder(Networks.SHAPE, Networks.CLASSES);
        final int[][] labels = new int[count][];
        for (int i = 0; i < count; i++) {
            labels[i] = sets[i % sets.length];
            final byte[] pixels = new byte[Networks.SHAPE.size()];
            for (int k = 0; k < pixels.length; k++) {
                final int row = k / Networks.SHAPE.width() % Networks.SHAPE.height();
                boolean bright = false;
                for (final int label : labels[i]) {
                    bright |= row == 2 * label;
                }
                pixels[k] = (byte)(random.nextInt(100) + (bright ? 150 : 0));
            }
            builder.add("Row" + i, pixels, ImageSet.UNLABELLED);
        }
        return new ColumnedImages<>(builder.build(), Column.LABELS, labels);
    }

    private static Network start() {
        return Network.initialise(Networks.spec(), Networks.CLASSES, Labelling.SEVERAL, "",
            Seeds.of(2).named("initialise"));
    }

    @Test
    public void learnsEachLabelByItself() throws CanceledException {
        final FitResult result =
            new Training(start(), images(60, 1), SETTINGS).validatedBy(images(60, 2)).fit(RunControl.none());

        final EpochMetrics last = result.epochs().get(199);
        assertTrue(last.toString(), last.accuracy() > 0.9 && last.validation().get().accuracy() > 0.8);
        assertTrue(last.toString(), last.loss() < 0.2 * result.epochs().get(0).loss());
        assertEquals(Labelling.SEVERAL, result.network().labelling());
        assertArrayEquals(new double[]{0.5, 0.5, 0.5}, result.network().history().prior(), 1e-6);
        final double[][] probabilities = Inference.probabilities(result.network(), images(6, 3),
            InferenceSettings.DEFAULT, RunControl.none());
        assertTrue(probabilities[0][0] < 0.5 && probabilities[0][1] < 0.5 && probabilities[0][2] < 0.5);
        assertTrue(probabilities[5][0] > 0.5 && probabilities[5][1] > 0.5 && probabilities[5][2] > 0.5);
    }

    /** Loss is that of the method, which may take part but changes nothing. */
    @Test
    public void sigmoidLossIsTheLossAnyway() throws CanceledException {
        final var settings = new TrainingSettings(3, 10, 0.01, 5, true, 2);
        final FitResult plain = new Training(start(), images(30, 1), settings).fit(RunControl.none());
        final FitResult same = new Training(start(), images(30, 1), settings).with(List.of(new SigmoidLoss()))
            .fit(RunControl.none());

        assertArrayEquals(plain.network().weights(), same.network().weights(), 0);
    }

    /** ln 2 for each of three classes where all scores are 0. */
    @Test
    public void lossIsTheSumOverTheClasses() {
        final var loss = new BinaryCrossEntropy();
        final float[] gradient = new float[3];
        loss.gradient(new float[3], new float[]{1, 0, 0}, 0, 3, gradient);

        assertEquals(3 * Math.log(2), loss.loss(new float[3], new float[]{1, 0, 0}, 0, 3), 1e-12);
        assertArrayEquals(new float[]{-0.5f, 0.5f, 0.5f}, gradient, 0);
        assertEquals(1000, loss.loss(new float[]{1000, -1000}, new float[]{0, 0}, 0, 2), 0);
    }

    /** At scores of 0 no label is told, as 0.5 is not above 0.5. */
    @Test
    public void anImageIsRightIfAllItsLabelsAre() {
        assertEquals(1, SeveralLabels.score(0, new float[]{9, 1, -1, 0}, 0, new float[]{1, 1, 0, 0}).right());
        assertEquals(0, SeveralLabels.score(0, new float[]{9, 1, -1, 0}, 0, new float[]{1, 0, 0, 0}).right());
        assertEquals(0, SeveralLabels.score(0, new float[]{9, 1, -1, 0}, 0, new float[]{1, 1, 0, 1}).right());
        assertEquals(1, SeveralLabels.score(0, new float[]{9, -1, -1}, 0, new float[]{1, 0, 0}).right());
    }

    @Test
    public void networksOfOtherOrderOfClassesLearnTheSameLabels() throws CanceledException {
        final Network turned = Network.initialise(Networks.spec(), List.of("c", "b", "a"), Labelling.SEVERAL, "",
            Seeds.of(2).named("initialise"));
        final Network network =
            new Training(turned, images(60, 1), SETTINGS).fit(RunControl.none()).network();
        final double[][] probabilities =
            Inference.probabilities(network, images(6, 3), InferenceSettings.DEFAULT, RunControl.none());

        assertTrue(probabilities[1][2] > 0.5 && probabilities[1][0] < 0.5);
        assertTrue(probabilities[3][2] > 0.5 && probabilities[3][0] > 0.5 && probabilities[3][1] < 0.5);
    }

    @Test
    public void aSubsetKeepsTheLabelsOfItsImages() {
        final ImageSet some = images(6, 1).subset(5, 0, 3);

        assertArrayEquals(new int[][]{{0, 1, 2}, {}, {0, 2}}, some.column(Column.LABELS).get());
    }

    @Test
    public void refusesWhatNeedsOneClassPerImage() {
        final ImageSet images = images(12, 1);
        final var weighted = new TrainingSettings(3, 10, 0.01, 5, true, 2, UpdaterSettings.DEFAULT,
            ScheduleSettings.DEFAULT, ClassWeights.BALANCED, StoppingSettings.DEFAULT);

        assertEquals("\"Class weights\" must be none where an image may have several labels, but is \"balanced\".",
            assertThrows(SettingsException.class,
                () -> new Training(start(), images, weighted).fit(RunControl.none())).getMessage());
        assertEquals("\"Training recipe\" must have no method that needs one class per image where images have several"
            + " labels, but is \"Focal loss\".",
            assertThrows(SettingsException.class, () -> new Training(start(), images, SETTINGS)
                .with(List.of(new FocalLoss(2))).fit(RunControl.none())).getMessage());
    }

    @Test
    public void refusesImagesThatDoNotFitTheNetwork() {
        assertEquals("Training images: the network tells one class per image, but these have lists of labels.",
            assertThrows(DataException.class,
                () -> new Training(Networks.network(1), images(6, 1), SETTINGS).fit(RunControl.none())).getMessage());
        assertEquals("Training images: the network tells several labels per image, but these have one class each.",
            assertThrows(DataException.class,
                () -> new Training(start(), Networks.images(6, 1), SETTINGS).fit(RunControl.none())).getMessage());
        assertEquals("Training images: all images have the same labels, so there is nothing to learn.",
            assertThrows(DataException.class, () -> new Training(start(), images(60, 1).subset(5, 11, 17), SETTINGS)
                .fit(RunControl.none())).getMessage());
        final Network others = Network.initialise(Networks.spec(), List.of("a", "b", "x"), Labelling.SEVERAL, "",
            Seeds.of(1));
        assertEquals("Row \"Row3\": the network does not know the class \"c\".",
            assertThrows(DataException.class,
                () -> new Training(others, images(6, 1), SETTINGS).fit(RunControl.none())).getMessage());
    }

    @Test
    public void refusesWeights() {
        final ImageSet plain = images(6, 1);
        final var builder = new ImageSetBuilder(Networks.SHAPE, Networks.CLASSES);
        for (int i = 0; i < 6; i++) {
            builder.add("Row" + i, new byte[Networks.SHAPE.size()], ImageSet.UNLABELLED, 1 + i);
        }
        final ImageSet weighted =
            new ColumnedImages<>(builder.build(), Column.LABELS, plain.column(Column.LABELS).get());

        assertEquals("Training images: images with several labels must all weigh the same.",
            assertThrows(DataException.class,
                () -> new Training(start(), weighted, SETTINGS).fit(RunControl.none())).getMessage());
    }

    /** What a network for one class has learned below its last layer serves one for several labels. */
    @Test
    public void networksForOneClassGetANewLastLayer() {
        final Network one = Networks.network(1);
        final Network several = StartingNetwork.trained(one, images(6, 1), 7);

        assertEquals(Labelling.SEVERAL, several.labelling());
        assertArrayEquals(new double[]{0.5, 0.5, 0.5}, several.history().prior(), 0);
        assertEquals(one.weights()[0], several.weights()[0], 0);
        assertNotEquals(one.hash(), several.hash());
        assertEquals(several.hash(), StartingNetwork.trained(several, images(6, 2), 9).hash());
        assertEquals(Labelling.ONE, StartingNetwork.trained(several, Networks.images(6, 1), 7).labelling());
    }

    @Test
    public void tellsClassesWithoutImagesAndNetworksThatSayTheSameToAll() throws CanceledException {
        final ImageSet withoutC = images(60, 1).subset(0, 1, 2, 6, 7, 8);
        final List<String> warnings = new Training(start(), withoutC, new TrainingSettings(1, 3, 1e-9, 5, true, 1))
            .fit(RunControl.none()).warnings();

        assertEquals("No training image is of class \"c\": add images, or remove what is not needed from the possible"
            + " values of the label column.", warnings.get(0));
        final TrainingState same = new TrainingState().after(
            new EpochMetrics(1, 1, 0, Optional.empty(), 3, 200, 0.1, 1, Map.of()),
            new TrainingState.Spent(Work.NONE, List.of(), 1, 1, 1), null, true, Optional.of(Ending.ALL_EPOCHS));
        assertEquals("The network predicted the same labels for all training images: lower Learning rate, train longer,"
            + " or look at the labels.",
            TrainingWarnings.of(start(), LabelledImages.of("", start(), images(6, 1), ClassWeights.NONE), same)
                .get(0));
    }
}
