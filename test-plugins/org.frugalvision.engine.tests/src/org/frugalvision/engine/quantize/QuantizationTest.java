// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.quantize;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.kernel.Kernels;
import org.frugalvision.engine.network.ActivationRange;
import org.frugalvision.engine.network.CodedTensor;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.run.CanceledAtCheck;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.EngineException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.junit.rules.TemporaryFolder;

/** Weights of a few bits. */
public final class QuantizationTest {

    private static final ImageSet IMAGES = Networks.images(60, 1);

    private static final Rounding LARGEST = new Rounding(false, StepRule.LARGEST);

    private static final Rounding LEAST_ERROR = new Rounding(false, StepRule.LEAST_ERROR);

    private static final QuantizationSettings EIGHT_BITS =
        new QuantizationSettings(false, 8, 4, true, true, Sensitivity.LOSS, StepRule.LARGEST, 1, true, 1);

    private static Network s_network;

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    @BeforeClass
    public static void train() throws CanceledException {
        s_network = new Training(Networks.network(1), IMAGES, new TrainingSettings(30, 16, 1e-2, 1, true, 1))
            .fit(RunControl.none()).network();
    }

    @Test
    public void weightsAreRoundedHalfToEven() {
        assertArrayEquals(new float[]{-1, 0, 0, 0}, rounded(2, -1, 0.5f, 0.26f, 0), 0);
        assertArrayEquals(new float[]{-1, 0.571429f, 0.285714f, 0}, rounded(4, -1, 0.5f, 0.26f, 0), 1e-6f);
        assertArrayEquals(new float[]{-1, 0.571429f, 0.285714f, 0}, rounded(4, -1, 0.5f, 0.24f, 0.02f), 1e-6f);
        assertEquals(0.0794, error(2), 1e-4);
        assertEquals(0.00144082, error(4), 1e-8);
        assertEquals(3.8812e-6, error(8), 1e-9);
        assertArrayEquals(new float[4], rounded(8, 0, 0, 0, 0), 0);
    }

    /** Ternary: mean |w| is 0.44, weights above 0.308 count, and their mean is 0.75; signs have the mean of |w|. */
    @Test
    public void twoBitsOfLeastErrorAreTernaryAndOneBitIsTheSign() {
        final float[] ternary = {-1, 0.5f, 0.24f, 0.02f};
        final float[] signs = ternary.clone();

        assertArrayEquals(new float[]{0.75f}, LEAST_ERROR.round(ternary, 0, 4, 1, 2), 1e-6f);
        assertArrayEquals(new float[]{-0.75f, 0.75f, 0, 0}, ternary, 1e-6f);
        assertArrayEquals(new float[]{0.44f}, LARGEST.round(signs, 0, 4, 1, 1), 1e-6f);
        assertArrayEquals(new float[]{-0.44f, 0.44f, 0.44f, 0.44f}, signs, 1e-6f);
    }

    /** Among 100 weights of 1 and one of 10, 3 bits reach 3 times a step: one of 3.33 loses all others. */
    @Test
    public void leastErrorCutsOffWhatIsRare() {
        final float[] values = new float[101];
        Arrays.fill(values, 1);
        values[100] = 10;
        final float[] largest = values.clone();

        LARGEST.round(largest, 0, 101, 1, 3);
        assertEquals(0, largest[0], 0);
        LEAST_ERROR.round(values, 0, 101, 1, 3);
        assertTrue(Float.toString(values[0]), values[0] > 0.9 && values[100] < 10);
        assertArrayEquals("all are 0", new float[4], LEAST_ERROR.round(new float[4], 0, 4, 4, 3), 0);
    }

    /**
     * LeNet-5 has 61,706 parameters, 236 of them biases, which stay floats here: at 8 bits, its 61,470 weights take so
     * many bytes; with 8 bits for the 150 of the first layer and 4 for the rest 150 + 30,660.
     */
    @Test
    public void sizesOfLeNetAreThoseOfTheSpecification() throws IOException {
        final Network network = Network.initialise(
            Architectures.create("lenet5").build(new ImageShape(1, 28, 28), 10, ArchitectureOptions.DEFAULT),
            List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), "lenet5", Seeds.of(1));
        final List<Tensor> tensors =
            network.spec().tensors().stream().filter(it -> it.shape().role() == Role.WEIGHT).toList();
        final int[] mixed = {8, 4, 4, 4, 4};
        final int others = 4 * (236 + 5);

        assertEquals(61_706, network.spec().parameters());
        assertEquals(61_470 + others, stored(LARGEST.of(network, tensors, new int[]{8, 8, 8, 8, 8})));
        assertEquals(150 + 30_660 + others, stored(LARGEST.of(network, tensors, mixed)));
    }

    /** 24 x 8 x 32 and so on; each weight of a dense layer is one multiply-add. */
    @Test
    public void bitOperationsAreMultiplyAddsTimesBits() throws CanceledException {
        final QuantizationResult result = quantize(new QuantizationSettings(false, 4, 4, true, true, 1));

        assertEquals(s_network.spec().multiplyAdds() * 32 * 32, result.before().bitOperations());
        assertEquals(s_network.spec().multiplyAdds() * 4 * 32, result.after().bitOperations());
    }

    /** A million values up to 1 are worth more than one of 4. */
    @Test
    public void rangesOfWholeNumbersLeaveOutWhatIsRare() throws CanceledException {
        final long[] counts = new long[4096];
        Arrays.fill(counts, 0, 1024, 1000);
        counts[4095] = 1;
        assertEquals(1, ActivationRanges.limit(counts, 0, 4), 0.1);
        assertEquals("below 0, too", 1, ActivationRanges.limit(reversed(counts), -4, 0), 0.1);
        Arrays.fill(counts, 1);
        assertEquals("nothing is rare", 4, ActivationRanges.limit(counts, 0, 4), 0.1);

        final ActivationRanges all = ActivationRanges.of(s_network, IMAGES, 1, false, 1, RunControl.none());
        final ActivationRanges fitted = ActivationRanges.of(s_network, IMAGES, 1, true, 1, RunControl.none());
        assertEquals(1, all.passes());
        assertEquals(2, fitted.passes());
        for (int place = 1; place < all.most().length; place++) {
            assertTrue(fitted.least()[place] >= all.least()[place] && fitted.most()[place] <= all.most()[place]);
        }
    }

    /** Activations have 8 bits, too; accuracy stays, and every node is told a range. */
    @Test
    public void wholeNumbersCostNextToNothing() throws CanceledException, IOException {
        final QuantizationResult single = quantize(QuantizationSettings.DEFAULT);
        final QuantizationResult whole = quantize(EIGHT_BITS);

        assertEquals(List.of(), single.network().ranges());
        assertEquals(s_network.spec().nodes().size(), whole.network().ranges().size());
        assertArrayEquals(single.network().weights(), whole.network().weights(), 0);
        assertEquals(s_network.spec().multiplyAdds() * 8 * 8, whole.after().bitOperations());
        assertEquals(single.after().accuracy(), whole.after().accuracy(), 0.05);
        assertEquals(Kernels.eightBits(), whole.warnings().isEmpty());
        assertTrue(whole.before().batch().median() > 0 && whole.after().single().median() > 0);
        final var out = new ByteArrayOutputStream();
        whole.network().save(out);
        assertEquals(out.size(), whole.after().bytes());
    }

    @Test
    public void aNetworkThatIsTrainedFurtherIsInSinglePrecision() throws CanceledException {
        final Network whole = quantize(EIGHT_BITS).network();

        final Network trained = new Training(whole, IMAGES, new TrainingSettings(1, 16, 1e-2, 1, true, 1))
            .fit(RunControl.none()).network();

        assertEquals(List.of(), trained.ranges());
        assertEquals(List.of(), trained.codes());
    }

    @Test
    public void rangesBelongToNodesOfACodedNetwork() throws CanceledException {
        final Network coded = quantize(QuantizationSettings.DEFAULT).network();
        final var range = new ActivationRange("conv", 0, 1);

        assertEquals("its weights are no whole multiples of steps", assertThrows(IllegalArgumentException.class,
            () -> s_network.inEightBits(List.of(range))).getMessage());
        assertEquals("two ranges are told of one node", assertThrows(IllegalArgumentException.class,
            () -> coded.inEightBits(List.of(range, range))).getMessage());
        assertEquals("the outputs of node \"conv\" cannot lie between 0.0 and NaN",
            assertThrows(IllegalArgumentException.class, () -> new ActivationRange("conv", 0, Float.NaN)).getMessage());
    }

    @Test
    public void rangesCanLeaveOutWhatLiesOutside() throws CanceledException {
        final QuantizationResult.Layer all = quantize(QuantizationSettings.DEFAULT).layers().get(1);
        final QuantizationResult.Layer most = quantize(new QuantizationSettings(false, 8, 4, true, true,
            Sensitivity.LOSS, StepRule.LARGEST, 0.9, false, 1)).layers().get(1);

        assertTrue(all + " and " + most, most.most() < all.most() && most.least() >= all.least());
        assertTrue(most.most() > most.least());
    }

    /** Curvature is estimated in six passes, as if there were 25 layers or one. */
    @Test
    public void bitsCanBeChosenByCurvature() throws CanceledException {
        final QuantizationResult result = quantize(new QuantizationSettings(true, 8, 5, true, false,
            Sensitivity.CURVATURE, StepRule.LARGEST, 1, false, 1));
        final QuantizationResult again = quantize(new QuantizationSettings(true, 8, 5, true, false,
            Sensitivity.CURVATURE, StepRule.LARGEST, 1, false, 3));

        assertEquals(result.layers(), again.layers());
        assertTrue(result.layers().stream().mapToInt(layer -> layer.weights() * layer.bits()).sum() <= 5 * 144);
        assertTrue(result.layers().stream().allMatch(layer -> layer.lossAlone() >= 0));
        final long scored = result.network().history().ledger().total().count(Quantity.SAMPLES_SCORED)
            - s_network.history().ledger().total().count(Quantity.SAMPLES_SCORED);
        assertEquals("before, curvature, ranges, after", (1 + 6 + 1 + 1) * IMAGES.size(), scored);
    }

    /** Rounded weights are trained: they are rounded in the end, are others, and fit the images better. */
    @Test
    public void fineTuningTrainsRoundedWeights() throws CanceledException {
        final var settings = new QuantizationSettings(false, 2, 4, false, true, 1);
        final var tuning = new TrainingSettings(20, 16, 1e-2, 1, true, 1);

        final QuantizationResult plain = quantize(settings);
        final QuantizationResult tuned =
            new Quantization(s_network, IMAGES, settings, Optional.of(tuning)).quantize(RunControl.none());
        final QuantizationResult again =
            new Quantization(s_network, IMAGES, settings, Optional.of(tuning)).quantize(RunControl.none());

        assertEquals(3, tuned.network().codes().size());
        assertTrue(plain.after() + " and " + tuned.after(),
            tuned.after().accuracy() > plain.after().accuracy() + 0.1);
        assertEquals(plain.after().bytes(), tuned.after().bytes(), 1000);
        assertArrayEquals(tuned.network().weights(), again.network().weights(), 0);
        assertEquals(20L * IMAGES.size(), tuned.network().history().ledger().total().count(Quantity.SAMPLES_TRAINED)
            - s_network.history().ledger().total().count(Quantity.SAMPLES_TRAINED));
    }

    @Test
    public void eachGroupHasAStepOfItsOwn() {
        final float[] values = {1, 0.4f, 100, 40};

        assertArrayEquals(new float[]{1 / 7f, 100 / 7f}, LARGEST.round(values, 0, 4, 2, 4), 1e-6f);
        assertArrayEquals(new float[]{1, 3 / 7f, 100, 300 / 7f}, values, 1e-5f);
    }

    /** 100 and 300 weights under 1,600 bits: the second goes to 2 where that costs less for each bit. */
    @Test
    public void theCheapestLayerLosesBitsFirst() {
        final int[] levels = {8, 4, 2};
        final int[] sizes = {100, 300};

        assertArrayEquals(new int[]{8, 2}, MixedBits.under(sizes, new double[][]{{0, 0.5, 1}, {0, 0.1, 0.2}}, levels,
            new boolean[2], 1600));
        assertArrayEquals(new int[]{4, 4}, MixedBits.under(sizes, new double[][]{{0, 0.01, 9}, {0, 0.1, 9}}, levels,
            new boolean[2], 1600));
        assertEquals("\"Mean bits of a weight\" must be at least 3.5 for this network, but is 3.", assertThrows(
            EngineException.class, () -> MixedBits.under(sizes, new double[2][3], levels, new boolean[]{true, false},
                1200)).getMessage());
    }

    @Test
    public void theFileIsReallySmallAndReadsBack() throws CanceledException, IOException {
        for (final int bits : new int[]{1, 2, 3, 4, 5, 6, 7, 8}) {
            for (final boolean perOutput : new boolean[]{true, false}) {
                final QuantizationResult result =
                    quantize(new QuantizationSettings(false, bits, 4, perOutput, true, 1));
                final var out = new ByteArrayOutputStream();
                result.network().save(out);
                final Network loaded = Network.load(Files.write(m_folder.newFile().toPath(), out.toByteArray()));

                assertArrayEquals(result.network().weights(), loaded.weights(), 0);
                assertEquals(result.network().hash(), loaded.hash());
                assertEquals(result.network().codes().stream().map(CodedTensor::form).toList(),
                    loaded.codes().stream().map(CodedTensor::form).toList());
                assertEquals(out.size(), result.after().bytes());
                assertTrue(result.network().weights().length > 0);
            }
        }
    }

    /** 24 + 108 + 12 weights and 3 + 4 + 3 biases: each tensor's bits are filled up to bytes. */
    @Test
    public void sizesAreTheSumOfBitsAndSteps() throws CanceledException, IOException {
        final Network eight = quantize(new QuantizationSettings(false, 8, 4, false, true, 1)).network();
        final Network three = quantize(new QuantizationSettings(false, 3, 4, false, true, 1)).network();

        assertEquals("3 x 4 bytes of steps, 10 x 4 of biases", 24 + 108 + 12 + 12 + 40, stored(eight));
        assertEquals(9 + 41 + 5 + 12 + 40, stored(three));
        assertEquals(4 * 154, stored(s_network));
    }

    @Test
    public void aNetworkForOtherSizesKeepsItsCodes() throws CanceledException {
        final Network network = quantize(QuantizationSettings.DEFAULT).network();

        assertEquals(3, network.forImages(Networks.SHAPE, "Image").codes().size());
    }

    @Test
    public void tellsLayersAccuraciesAndCosts() throws CanceledException {
        final QuantizationResult result = quantize(new QuantizationSettings(true, 8, 5, true, true, 1));

        assertEquals(List.of("conv", "dense", "scores"),
            result.layers().stream().map(QuantizationResult.Layer::name).toList());
        assertEquals(8, result.layers().get(0).bits());
        assertEquals(8, result.layers().get(2).bits());
        assertTrue(result.layers().get(1).bits() < 8);
        assertTrue(24 * 8 + 108 * result.layers().get(1).bits() + 12 * 8 <= 5 * 144);
        assertTrue("relu", result.layers().get(0).least() == 0);
        assertTrue(result.layers().get(0).most() > 0);
        assertTrue(result.after().accuracy() >= 0);
        final long scored =
            result.network().history().ledger().total().count(Quantity.SAMPLES_SCORED)
                - s_network.history().ledger().total().count(Quantity.SAMPLES_SCORED);
        assertEquals("before, 3 layers x 5 levels, ranges", (1 + 15 + 1) * IMAGES.size(), scored
            - (sameAsTried(result) ? 0 : IMAGES.size()));
        assertEquals("quantize", result.network().history().provenance().get(1).method());
    }

    @Test
    public void eightBitsCostNextToNothingAndTwoAreToldWhenTheyCostMuch() throws CanceledException {
        final QuantizationResult eight = quantize(QuantizationSettings.DEFAULT);
        final QuantizationResult two = quantize(new QuantizationSettings(false, 2, 4, false, true, 1));

        assertEquals(eight.before().accuracy(), eight.after().accuracy(), 0.02);
        assertEquals(two.before().accuracy() - two.after().accuracy() >= 0.1, !two.warnings().isEmpty());
        assertEquals(List.of(), eight.warnings());
    }

    @Test
    public void itIsTheSameForAnyNumberOfThreads() throws CanceledException {
        final QuantizationSettings one = new QuantizationSettings(true, 8, 4, true, false, 1);
        final QuantizationSettings three = new QuantizationSettings(true, 8, 4, true, false, 3);

        assertArrayEquals(quantize(one).network().weights(), quantize(three).network().weights(), 0);
        assertEquals(quantize(one).layers(), quantize(three).layers());
    }

    @Test
    public void cancelTakesEffect() {
        assertThrows(CanceledException.class,
            () -> new Quantization(s_network, IMAGES, QuantizationSettings.DEFAULT).quantize(new CanceledAtCheck(1)));
    }

    @Test
    public void badInputIsRefused() {
        refused("Network: it was not trained yet.", () -> new Quantization(Networks.network(1), IMAGES,
            QuantizationSettings.DEFAULT).quantize(RunControl.none()));
        refused("Calibration images: there are none.", () -> new Quantization(s_network, IMAGES.subset(),
            QuantizationSettings.DEFAULT).quantize(RunControl.none()));
        refused("Row \"r\": the network does not know the class \"x\".", () -> new Quantization(s_network,
            new ImageSetBuilder(Networks.SHAPE, List.of("x")).add("r", new byte[60], 0).build(),
            QuantizationSettings.DEFAULT).quantize(RunControl.none()));
        refused("\"Bits of each weight\" must be between 1 and 8, but is 0.",
            () -> new QuantizationSettings(false, 0, 4, true, true, 0));
        refused("\"Bits of each weight\" must be between 1 and 8, but is 9.",
            () -> new QuantizationSettings(false, 9, 4, true, true, 0));
        refused("\"Activations in the range (%)\" must be between 50 and 100, but is 40.",
            () -> new QuantizationSettings(false, 8, 4, true, true, Sensitivity.LOSS,
                StepRule.LARGEST, 0.4, false, 0));
        refused("\"Mean bits of a weight\" must be between 2 and 8, but is 1.9.",
            () -> new QuantizationSettings(true, 8, 1.9, true, true, 0));
    }

    @Test
    public void weightsThatAreNoMultiplesAreRefused() {
        final var form = new CodedTensor.Form("conv", 4, false);

        assertEquals("a weight of node \"conv\" is no multiple of its step by a number of 4 bits",
            assertThrows(IllegalArgumentException.class,
                () -> s_network.coded(List.of(new CodedTensor(form, new float[]{0.123f})))).getMessage());
        assertEquals("node \"pool\" has no weights to code", assertThrows(IllegalArgumentException.class,
            () -> s_network.coded(List.of(new CodedTensor(new CodedTensor.Form("pool", 4, false), new float[1]))))
                .getMessage());
        assertEquals("node \"conv\" must have 3 steps, but has 1", assertThrows(IllegalArgumentException.class,
            () -> s_network.coded(List.of(new CodedTensor(new CodedTensor.Form("conv", 4, true), new float[1]))))
                .getMessage());
    }

    private static long[] reversed(final long[] counts) {
        final long[] reversed = new long[counts.length];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = counts[reversed.length - 1 - i];
        }
        return reversed;
    }

    private static boolean sameAsTried(final QuantizationResult result) {
        return result.layers().stream().filter(layer -> layer.bits() < 8).count() == 0;
    }

    private static QuantizationResult quantize(final QuantizationSettings settings) throws CanceledException {
        return new Quantization(s_network, IMAGES, settings).quantize(RunControl.none());
    }

    private static void refused(final String message, final ThrowingRunnable code) {
        assertEquals(message, assertThrows(EngineException.class, code).getMessage());
    }

    private static float[] rounded(final int bits, final float... values) {
        LARGEST.round(values, 0, values.length, 1, bits);
        return values;
    }

    private static double error(final int bits) {
        final float[] exact = {-1, 0.5f, 0.26f, 0};
        final float[] rounded = rounded(bits, exact.clone());
        double sum = 0;
        for (int i = 0; i < exact.length; i++) {
            sum += ((double)rounded[i] - exact[i]) * ((double)rounded[i] - exact[i]) / exact.length;
        }
        return sum;
    }

    /** Bytes of the weights in the file: the size that stands in the zip's directory. */
    private static long stored(final Network network) throws IOException {
        final var out = new ByteArrayOutputStream();
        network.save(out);
        final byte[] bytes = out.toByteArray();
        final var file = Files.createTempFile("network", ".zip");
        try {
            Files.write(file, bytes);
            try (var zip = new ZipFile(file.toFile())) {
                return zip.getEntry("weights.bin").getSize();
            }
        } finally {
            Files.delete(file);
        }
    }
}
