// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.explain;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.FloatResize;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.kernel.Kernels;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Labelling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.PlainGraph;
import org.frugalvision.engine.network.Pooling;
import org.frugalvision.engine.network.Split;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.junit.After;
import org.junit.Test;

/** Heat maps of both methods against plain loops in double precision, on both libraries. */
public final class HeatMapsTest {

    private static final int IMAGES = 7;

    private static final int[] CLASSES = {0, 1, 2, 2, 1, 0, 1};

    /** Smooth behind its maps, 3 x 7 x 6: so differences tell the gradient. */
    private static final NetworkSpec SPEC = new NetworkSpec(Networks.SHAPE, List.of( //
        new Node("conv", new Convolution(3, 2, 1, 1, true, Activation.RELU), List.of(Node.INPUT)),
        new Node("pool", new Pooling(Pooling.Kind.MEAN, 2, 2, 0), List.of("conv")),
        new Node("dense", new Dense(4, Activation.SIGMOID), List.of("pool")),
        new Node("scores", new Dense(3, Activation.IDENTITY), List.of("dense"))));

    @After
    public void asEver() {
        System.clearProperty(Kernels.OPTION);
    }

    /** The gradient by finite differences of the layers behind the maps. */
    @Test
    public void gradCamWeighsMapsByTheMeanGradient() throws CanceledException {
        for (final String library : List.of("onednn", "nd4j")) {
            System.setProperty(Kernels.OPTION, library);
            final Network network = network();
            final Split split = network.spec().split("conv").orElseThrow();
            final ImageSet images = Networks.images(IMAGES, 5);
            final List<HeatMap> heat = heat("grad-cam", network, images, CLASSES, InferenceSettings.DEFAULT);

            for (int i = 0; i < IMAGES; i++) {
                final double[] maps = outputs(network, pixels(images, i)).get("conv")[0];
                final double[] headWeights = Arrays.copyOfRange(PlainGraph.doubles(network.weights()),
                    split.offset(), network.weights().length);
                final double[] weights = new double[3];
                for (int k = 0; k < maps.length; k++) {
                    weights[k / 42] += slope(split.head(), headWeights, maps, k, CLASSES[i]) / 42;
                }
                assertArrayEquals(library + ", image " + i, expected(weights, maps), heat.get(i).heat(), 1e-4f);
                assertEquals(CLASSES[i], heat.get(i).label());
            }
        }
    }

    /** The images seen through the maps, scored by plain loops. */
    @Test
    public void scoreCamWeighsMapsByTheScoresOfMaskedImages() throws CanceledException {
        for (final String library : List.of("onednn", "nd4j")) {
            System.setProperty(Kernels.OPTION, library);
            final Network network = network();
            final ImageSet images = Networks.images(IMAGES, 5);
            final List<HeatMap> heat = heat("score-cam", network, images, CLASSES, new InferenceSettings(2, 1));

            for (int i = 0; i < IMAGES; i++) {
                final float[] pixels = pixels(images, i);
                final double[] maps = outputs(network, pixels).get("conv")[0];
                final double[] exponentials = new double[3];
                for (int map = 0; map < 3; map++) {
                    final float[] mask = stretched(resized(maps, map));
                    final float[] masked = pixels.clone();
                    for (int k = 0; k < masked.length; k++) {
                        masked[k] *= mask[k % 30];
                    }
                    exponentials[map] = most(mask) == 0 ? 0
                        : Math.exp(outputs(network, masked).get("scores")[0][CLASSES[i]]);
                }
                final double sum = Arrays.stream(exponentials).sum();
                assertArrayEquals(library + ", image " + i,
                    expected(Arrays.stream(exponentials).map(value -> value / sum).toArray(), maps),
                    heat.get(i).heat(), 1e-4f);
            }
        }
    }

    @Test
    public void heatIsOneAtTheHottestPlaceAndNowhereBelowZero() throws CanceledException {
        for (final ExplainerInfo info : Explainers.infos()) {
            for (final HeatMap map : heat(info.id(), network(), Networks.images(IMAGES, 5), CLASSES,
                InferenceSettings.DEFAULT)) {
                assertEquals(info.id(), 30, map.heat().length);
                assertTrue(info.id(), map.cold() || most(map.heat()) == 1);
                for (final float value : map.heat()) {
                    assertTrue(info.id() + ": " + value, value >= 0 && value <= 1);
                }
            }
        }
    }

    @Test
    public void nothingSpeaksForAClassWhoseMapsAreZero() throws CanceledException {
        final Network network = network();
        final float[] weights = network.weights();
        Arrays.fill(weights, 0, network.spec().tensors().get(1).end(), 0);
        final Network blind = with(network, weights);
        for (final ExplainerInfo info : Explainers.infos()) {
            final HeatMap map = heat(info.id(), blind, Networks.images(1, 5), new int[]{1}, InferenceSettings.DEFAULT)
                .get(0);

            assertTrue(info.id(), map.cold());
            assertArrayEquals(info.id(), new float[30], map.heat(), 0);
        }
    }

    @Test
    public void predictedClassIsExplainedWhereNoOtherIsAsked() throws CanceledException {
        final Network network = network();
        final ImageSet images = Networks.images(IMAGES, 5);
        final double[][] probabilities =
            Inference.probabilities(network, images, InferenceSettings.DEFAULT, RunControl.none());
        final int[] predicted = new int[IMAGES];
        Arrays.fill(predicted, HeatMaps.PREDICTED);
        final List<HeatMap> heat = heat("grad-cam", network, images, predicted, InferenceSettings.DEFAULT);

        for (int i = 0; i < IMAGES; i++) {
            final double most = Arrays.stream(probabilities[i]).max().orElseThrow();
            assertEquals(most, probabilities[i][heat.get(i).label()], 0);
            assertEquals(most, heat.get(i).probability(), 1e-6);
        }
    }

    @Test
    public void theNumberOfThreadsDoesNotMatterAndTheBatchHardly() throws CanceledException {
        for (final ExplainerInfo info : Explainers.infos()) {
            final List<HeatMap> one = heat(info.id(), network(), Networks.images(IMAGES, 5), CLASSES,
                new InferenceSettings(4, 1));
            final List<HeatMap> two = heat(info.id(), network(), Networks.images(IMAGES, 5), CLASSES,
                new InferenceSettings(4, 2));
            final List<HeatMap> others = heat(info.id(), network(), Networks.images(IMAGES, 5), CLASSES,
                new InferenceSettings(3, 1));
            for (int i = 0; i < IMAGES; i++) {
                assertArrayEquals(info.id(), one.get(i).heat(), two.get(i).heat(), 0);
                assertArrayEquals(info.id(), one.get(i).heat(), others.get(i).heat(), 1e-5f);
            }
        }
    }

    /** The same weights with several labels per image: a probability is that of its class alone. */
    @Test
    public void labelsOfOneImageHaveProbabilitiesOfTheirOwn() throws CanceledException {
        final Network one = network();
        final Network several = new Network(one.spec(), one.classes(), one.weights(),
            Network.initialise(one.spec(), one.classes(), Labelling.SEVERAL, "", Seeds.of(1)).history());
        final ImageSet images = Networks.images(1, 5);
        final HeatMap heat =
            heat("grad-cam", several, images, new int[]{1}, InferenceSettings.DEFAULT).get(0);

        assertEquals(Inference.probabilities(several, images, InferenceSettings.DEFAULT, RunControl.none())[0][1],
            heat.probability(), 1e-6);
        assertArrayEquals(heat("grad-cam", one, images, new int[]{1}, InferenceSettings.DEFAULT).get(0).heat(),
            heat.heat(), 0);
    }

    @Test
    public void passesAreCharged() throws CanceledException {
        final Network network = network();
        final long whole = network.spec().multiplyAdds();
        final long head = network.spec().split("conv").orElseThrow().head().multiplyAdds();
        final HeatMaps gradCam = new HeatMaps(network, explanation("grad-cam", "", InferenceSettings.DEFAULT));
        gradCam.of(Networks.images(IMAGES, 5), CLASSES, RunControl.none());
        final HeatMaps scoreCam = new HeatMaps(network, explanation("score-cam", "", InferenceSettings.DEFAULT));
        scoreCam.of(Networks.images(1, 5), new int[]{0}, RunControl.none());

        assertEquals(IMAGES, gradCam.entry().count(Quantity.SAMPLES_SCORED));
        assertEquals(IMAGES * (whole + head), gradCam.entry().count(Quantity.FORWARD_MACS));
        assertEquals(IMAGES * head, gradCam.entry().count(Quantity.BACKWARD_MACS));
        assertEquals(1 + 3, scoreCam.entry().count(Quantity.SAMPLES_SCORED));
        assertEquals(4 * whole, scoreCam.entry().count(Quantity.FORWARD_MACS));
        assertFalse(gradCam.entry().id().equals(scoreCam.entry().id()));
    }

    @Test
    public void lastLayerWithMapsIsLookedAtUnlessAnotherIsNamed() {
        assertEquals("conv", layer(SPEC, ""));
        final NetworkSpec deep = new NetworkSpec(Networks.SHAPE, List.of(
            new Node("first", new Convolution(2, 3, 1, 1, true, Activation.RELU), List.of(Node.INPUT)),
            new Node("second", new Convolution(2, 3, 1, 1, true, Activation.RELU), List.of("first")),
            new Node("scores", new Dense(3, Activation.IDENTITY), List.of("second"))));
        assertEquals("second", layer(deep, ""));
        assertEquals("first", layer(deep, " first "));
        final var complaint = assertThrows(SettingsException.class, () -> layer(SPEC, "pool"));
        assertEquals("\"Layer\" must be a layer of the network whose maps show places and that nothing passes by: "
            + "\"conv\", but is \"pool\".", complaint.getMessage());
    }

    @Test
    public void networkWithoutMapsIsRefused() {
        final NetworkSpec dense = new NetworkSpec(Networks.SHAPE,
            List.of(new Node("scores", new Dense(3, Activation.IDENTITY), List.of(Node.INPUT))));
        final var complaint = assertThrows(DataException.class, () -> layer(dense, ""));

        assertEquals("Network: it has no layer whose maps show where in the image something is, because none of them "
            + "has more than one place and is passed by all that the later layers see.", complaint.getMessage());
    }

    @Test
    public void unknownMethodIsRefused() {
        assertEquals("\"Method\" must be one of grad-cam, score-cam, but is \"cam\".",
            assertThrows(SettingsException.class, () -> explanation("cam", "", InferenceSettings.DEFAULT))
                .getMessage());
    }

    @Test
    public void noImagesNeedNoWork() throws CanceledException {
        assertEquals(List.of(), heat("grad-cam", network(), Networks.images(1, 5).subset(), new int[0],
            InferenceSettings.DEFAULT));
    }

    @Test
    public void cancelTakesEffectWithinAnImage() {
        for (final ExplainerInfo info : Explainers.infos()) {
            final AtomicInteger asked = new AtomicInteger();
            final RunControl impatient = new RunControl() {
                @Override
                public void progress(final double fraction, final String message) {
                    assertTrue(fraction >= 0 && fraction <= 1);
                }

                @Override
                public void checkCanceled() throws CanceledException {
                    if (asked.incrementAndGet() > 4) {
                        throw new CanceledException();
                    }
                }
            };
            assertThrows(info.id(), CanceledException.class, () -> new HeatMaps(network(),
                explanation(info.id(), "", new InferenceSettings(1, 1))).of(Networks.images(IMAGES, 5), CLASSES,
                    impatient));
        }
    }

    private static Network network() {
        return Network.initialise(SPEC, Networks.CLASSES, Seeds.of(3));
    }

    private static String layer(final NetworkSpec spec, final String name) {
        return ExplainedLayer.of(spec, name).node();
    }

    private static Explanation explanation(final String method, final String layer,
        final InferenceSettings inference) {
        return new Explanation(Choice.of(method), layer, inference);
    }

    private static List<HeatMap> heat(final String method, final Network network, final ImageSet images,
        final int[] classes, final InferenceSettings inference) throws CanceledException {
        return new HeatMaps(network, explanation(method, "", inference)).of(images, classes, RunControl.none());
    }

    private static Network with(final Network network, final float[] weights) {
        return new Network(network.spec(), network.classes(), weights, network.history());
    }

    private static float[] pixels(final ImageSet images, final int image) {
        final float[] pixels = new float[images.shape().size()];
        images.readPixels(image, pixels, 0);
        return pixels;
    }

    private static Map<String, double[][]> outputs(final Network network, final float[] pixels) {
        return new PlainGraph(network.spec(), false).outputs(PlainGraph.doubles(network.weights()),
            PlainGraph.doubles(pixels), 1);
    }

    private static double slope(final NetworkSpec head, final double[] weights, final double[] maps, final int k,
        final int label) {
        final double step = 1e-6;
        final double[] moved = maps.clone();
        moved[k] = maps[k] + step;
        final double above = new PlainGraph(head, false).outputs(weights, moved, 1).get("scores")[0][label];
        moved[k] = maps[k] - step;
        final double below = new PlainGraph(head, false).outputs(weights, moved, 1).get("scores")[0][label];
        return (above - below) / (2 * step);
    }

    /** Maps of 7 x 6 brought to 6 x 5. */
    private static float[] expected(final double[] weights, final double[] maps) {
        final double[] sum = new double[42];
        for (int k = 0; k < maps.length; k++) {
            sum[k % 42] += weights[k / 42] * maps[k];
        }
        final float[] heat = resized(Arrays.stream(sum).map(value -> Math.max(0, value)).toArray(), 0);
        final float most = most(heat);
        for (int k = 0; k < heat.length && most > 0; k++) {
            heat[k] /= most;
        }
        return heat;
    }

    private static float[] resized(final double[] maps, final int map) {
        final float[] one = new float[42];
        for (int k = 0; k < 42; k++) {
            one[k] = (float)maps[map * 42 + k];
        }
        final float[] resized = new float[30];
        new FloatResize(new ImageShape(1, 7, 6), 6, 5).apply(one, 0, resized, 0);
        return resized;
    }

    private static float[] stretched(final float[] values) {
        float least = values[0];
        for (final float value : values) {
            least = Math.min(least, value);
        }
        final float range = most(values) - least;
        final float[] stretched = new float[values.length];
        for (int k = 0; k < values.length && range > 0; k++) {
            stretched[k] = (values[k] - least) / range;
        }
        return stretched;
    }

    private static float most(final float[] values) {
        float most = values[0];
        for (final float value : values) {
            most = Math.max(most, value);
        }
        return most;
    }
}
