// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.frugalvision.engine.network.PlainGraph.doubles;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assume.assumeTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bytedeco.dnnl.global.dnnl;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.kernel.Replica.Mode;
import org.frugalvision.engine.kernel.Replica.Pixels;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.ActivationRange;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.Concatenation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.Linear;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.PlainGraph;
import org.frugalvision.engine.network.Pooling;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Seeds;
import org.junit.Before;
import org.junit.Test;

/** Layers in whole numbers against plain loops that round what they read. */
public final class EightBitKernelsTest {

    private static final ImageShape SHAPE = new ImageShape(3, 9, 9);

    private static final int IMAGES = 3;

    private static final int CHANNELS = 20;

    private static final int SHAPES = 60;

    private static final Node FIRST = conv("a", 1, Activation.RELU, Node.INPUT);

    private static final Node SIGNED = conv("a", 1, Activation.IDENTITY, Node.INPUT);

    @Before
    public void onlyByOnednn() {
        assumeTrue("ND4J has no whole numbers", KernelCheck.kernels().contains(Kernel.ONEDNN));
    }

    @Test
    public void everyActivationFollowsAConvolution() throws CanceledException {
        for (final Activation activation : Activation.values()) {
            check(List.of("b"), FIRST, conv("b", 1, activation, "a"), conv("c", 1, Activation.IDENTITY, "b"));
        }
    }

    @Test
    public void convolutionsHaveStridesAndSizes() throws CanceledException {
        check(List.of("b"), FIRST, conv("b", 2, Activation.RELU, "a"),
            new Node("c", new Convolution(7, 1, 1, 0, false, Activation.RELU), List.of("b")));
    }

    @Test
    public void mapsMayHaveValuesBelowZero() throws CanceledException {
        check(List.of("b"), SIGNED, conv("b", 1, Activation.IDENTITY, "a"), conv("c", 1, Activation.RELU, "b"));
        check(List.of("b"), SIGNED, new Node("b", new DepthwiseConvolution(3, 1, 1, true, Activation.IDENTITY),
            List.of("a")), conv("c", 1, Activation.RELU, "b"));
    }

    @Test
    public void eachChannelMayHaveItsOwnFilter() throws CanceledException {
        check(List.of("b"), FIRST, new Node("b", new DepthwiseConvolution(3, 2, 1, true, Activation.RELU6),
            List.of("a")), conv("c", 1, Activation.RELU, "b"));
    }

    @Test
    public void maximaAreThoseOfWholeNumbers() throws CanceledException {
        check(List.of("b", "p"), FIRST, conv("b", 1, Activation.RELU, "a"), new Node("p",
            new Pooling(Pooling.Kind.MAXIMUM, 3, 2, 1), List.of("b")), conv("c", 1, Activation.RELU, "p"));
        check(List.of("b", "p"), FIRST, conv("b", 1, Activation.IDENTITY, "a"), new Node("p",
            new Pooling(Pooling.Kind.MAXIMUM, 2, 2, 0), List.of("b")), conv("c", 1, Activation.RELU, "p"));
    }

    @Test
    public void denseLayersTakeMapsAndVectors() throws CanceledException {
        check(List.of("b", "d", "e"), FIRST, conv("b", 2, Activation.RELU, "a"),
            new Node("d", new Dense(33, Activation.RELU), List.of("b")),
            new Node("e", new Dense(17, Activation.SIGMOID), List.of("d")),
            new Node("f", new Dense(5, Activation.IDENTITY), List.of("e")));
        check(List.of("d"), FIRST, new Node("g", new GlobalAveragePooling(), List.of("a")),
            new Node("d", new Dense(33, Activation.RELU), List.of("g")),
            new Node("f", new Dense(5, Activation.IDENTITY), List.of("d")));
    }

    /** On older processors the library would be wrong. */
    @Test
    public void denseLayersOfValuesBelowZeroAreExact() throws CanceledException {
        check(List.of(), FIRST, new Node("g", new GlobalAveragePooling(), List.of("a")),
            new Node("d", new Dense(33, Activation.IDENTITY), List.of("g")),
            new Node("f", new Dense(5, Activation.IDENTITY), List.of("d")));
    }

    @Test
    public void aConvolutionAddsItselfToWholeNumbers() throws CanceledException {
        for (final Activation activation : Activation.values()) {
            check(List.of("a1", "b", "sum"), FIRST, conv("a1", 1, Activation.RELU, "a"),
                conv("b", 1, Activation.RELU, "a1"), conv("c", 1, Activation.IDENTITY, "b"),
                add("sum", activation, "a1", "c"), conv("d", 1, Activation.IDENTITY, "sum"));
        }
    }

    @Test
    public void whatItAddsItselfToMayHaveAnotherSign() throws CanceledException {
        check(List.of("a1", "b", "sum"), FIRST, conv("a1", 1, Activation.RELU, "a"),
            conv("b", 1, Activation.IDENTITY, "a1"), conv("c", 1, Activation.IDENTITY, "a1"),
            add("sum", Activation.RELU, "b", "c"), conv("d", 1, Activation.IDENTITY, "sum"));
        check(List.of("a1", "b", "sum"), FIRST, conv("a1", 1, Activation.RELU, "a"),
            conv("b", 1, Activation.RELU, "a1"), conv("c", 1, Activation.IDENTITY, "b"),
            add("sum", Activation.IDENTITY, "a1", "c"), conv("d", 1, Activation.IDENTITY, "sum"));
    }

    @Test
    public void aSumThatIsWantedExactlyIsExact() throws CanceledException {
        check(List.of("b"), FIRST, conv("b", 1, Activation.RELU, "a"), conv("c", 1, Activation.IDENTITY, "b"),
            add("sum", Activation.RELU, "a", "c"));
    }

    @Test
    public void otherLayersReadWhatWholeNumbersStandFor() throws CanceledException {
        check(List.of("b"), FIRST, conv("b", 1, Activation.RELU, "a"), conv("c", 1, Activation.RELU, "b"),
            new Node("both", new Concatenation(), List.of("b", "c")), conv("d", 1, Activation.IDENTITY, "both"));
        check(List.of("b", "sum"), FIRST, conv("b", 1, Activation.RELU, "a"), conv("c", 1, Activation.RELU, "b"),
            add("sum", Activation.RELU, "b", "c"), conv("d", 1, Activation.IDENTITY, "sum"));
    }

    /** Values beyond the range that is known are cut off there. */
    @Test
    public void whatLiesOutsideOfTheRangeIsCutOff() throws CanceledException {
        check(0.5f, List.of("b"), FIRST, conv("b", 1, Activation.RELU, "a"), conv("c", 1, Activation.IDENTITY, "b"));
        check(0.5f, List.of("b"), SIGNED, conv("b", 1, Activation.IDENTITY, "a"),
            conv("c", 1, Activation.IDENTITY, "b"));
    }

    @Test
    public void anOutputMayHaveNoWeightsAndARangeNoWidth() throws CanceledException {
        final NetworkSpec spec = spec(FIRST, conv("b", 1, Activation.RELU, "a"), conv("c", 1, Activation.RELU, "b"));
        final float[] weights = new float[(int)spec.parameters()];
        final Tensor bias = spec.tensors().get(5);
        Arrays.fill(weights, bias.offset(), bias.offset() + bias.length(), 3);
        final var how = new EightBits(Map.of("a", new ActivationRange("a", 0, 0), "b", new ActivationRange("b", 0, 0)),
            Map.of("b", new float[CHANNELS], "c", new float[CHANNELS]));

        final float[] values = outputs(spec, how, weights, new float[IMAGES * SHAPE.size()], 1, "c")[0];

        for (final float value : values) {
            assertEquals(3, value, 1e-6);
        }
    }

    @Test
    public void theBitsAreThoseOfAnyNumberOfThreads() throws CanceledException {
        final NetworkSpec spec = spec(FIRST, conv("b", 1, Activation.RELU, "a"), conv("c", 1, Activation.RELU, "b"));
        final float[] weights = KernelCheck.weights(spec, Seeds.of(5).generator());
        final Map<String, float[]> steps = round(spec, weights);
        final float[] pixels = KernelCheck.values(Seeds.of(6).generator(), IMAGES * SHAPE.size());
        final var how = new EightBits(Map.of("a", new ActivationRange("a", 0, 4), "b", new ActivationRange("b", 0, 9)),
            steps);

        final float[] one = outputs(spec, how, weights, pixels, 1, "c")[0];
        assertArrayEquals(one, outputs(spec, how, weights, pixels, 2, "c")[0], 0);
        assertArrayEquals(one, outputs(spec, how, weights, pixels, 5, "c")[0], 0);
    }

    @Test
    public void anyShapesCanBeComputed() throws CanceledException {
        final RandomGenerator random = Seeds.of(31).generator();
        final int[] channels = {1, 3, 5, 8, 16, 17, 32, 40, 65};
        final Activation[] activations = {Activation.IDENTITY, Activation.RELU, Activation.RELU6};
        for (int i = 0; i < SHAPES; i++) {
            final var shape = new ImageShape(1 + random.nextInt(3), 5 + random.nextInt(8), 5 + random.nextInt(8));
            final int kernel = 1 + 2 * random.nextInt(3);
            final Activation first = activations[random.nextInt(3)];
            final Activation second = activations[random.nextInt(3)];
            final int stride = 1 + random.nextInt(2);
            final Node a = new Node("a", new Convolution(channels[random.nextInt(9)], 3, 1, 1, true, first),
                List.of(Node.INPUT));
            final Node b = new Node("b", random.nextBoolean()
                ? new DepthwiseConvolution(kernel, stride, kernel / 2, random.nextBoolean(), second)
                : new Convolution(channels[random.nextInt(9)], kernel, stride, kernel / 2, random.nextBoolean(), second),
                List.of("a"));
            final Node c = new Node("c", random.nextBoolean() ? new Dense(1 + random.nextInt(40), first)
                : new Convolution(channels[random.nextInt(9)], 1, 1, 0, true, first), List.of("b"));
            check(shape, 1, null, a, b, c);
        }
    }

    private static void check(final List<String> written, final Node... nodes) throws CanceledException {
        check(SHAPE, 1, written, nodes);
    }

    private static void check(final float share, final List<String> written, final Node... nodes)
        throws CanceledException {
        check(SHAPE, share, written, nodes);
    }

    /**
     * @param share of the range of outputs that is told
     * @param written the nodes whose maps are there in whole numbers only; null if it does not matter
     */
    private static void check(final ImageShape shape, final float share, final List<String> written,
        final Node... nodes) throws CanceledException {
        final NetworkSpec spec = spec(shape, nodes);
        final RandomGenerator random = Seeds.of(21).generator();
        final float[] weights = KernelCheck.weights(spec, random);
        final Map<String, float[]> steps = round(spec, weights);
        final float[] pixels = KernelCheck.values(random, IMAGES * shape.size());
        final var plain = new PlainGraph(spec, false);
        final Map<String, ActivationRange> ranges = new HashMap<>();
        final Map<String, Double> units = new HashMap<>();
        final Map<String, double[][]> exact = plain.outputs(doubles(weights), doubles(pixels), IMAGES);
        for (final Node node : nodes) {
            final double[] values = Arrays.stream(exact.get(node.name())).flatMapToDouble(Arrays::stream).toArray();
            final var range = new ActivationRange(node.name(), share * (float)Arrays.stream(values).min().orElse(0),
                share * (float)Arrays.stream(values).max().orElse(0));
            ranges.put(node.name(), range);
            units.put(node.name(), node.layer() instanceof Pooling ? units.get(node.inputs().get(0))
                : (double)range.reach() / EightBitMap.MOST);
        }
        final String last = nodes[nodes.length - 1].name();

        final List<String> found = written(spec, new EightBits(ranges, steps), last);
        assertEquals(Optional.ofNullable(written).orElse(found), found);
        final float[] actual =
            outputs(spec, new EightBits(ranges, steps), weights, pixels, 2, last)[0];
        final double[][] expected = plain.outputs(doubles(weights), doubles(pixels), IMAGES,
            (reader, node, value) -> rounds(found, ranges, reader, node) ? rounded(value, units.get(node)) : value)
            .get(last);
        final double scale = Arrays.stream(expected).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
        for (int i = 0; i < actual.length; i++) {
            assertEquals(Arrays.toString(nodes) + " " + i, expected[i / expected[0].length][i % expected[0].length], actual[i],
                tolerance(ranges, written == null) * scale);
        }
    }

    /** A linear layer reads its input rounded, all others what is there; an addition what it has in common with both. */
    private static boolean rounds(final List<String> written, final Map<String, ActivationRange> ranges,
        final Node reader, final String node) {
        final boolean linear = reader.layer() instanceof Linear && ranges.containsKey(node)
            && !(reader.layer() instanceof Dense && ranges.get(node).signed());
        return !node.equals(Node.INPUT) && (linear || written.contains(node)
            || reader.layer() instanceof Addition && written.contains(reader.name()) && node.equals("a"));
    }

    private static double rounded(final double value, final double unit) {
        return Math.max(-EightBitMap.MOST - 1, Math.min(EightBitMap.MOST, Math.rint(value / unit))) * unit;
    }

    /**
     * Without instructions made for it, the library halves the weights for maps with values below zero.
     *
     * @param ties whether a value may lie so close between two numbers that it is rounded to the other one
     */
    private static double tolerance(final Map<String, ActivationRange> ranges, final boolean ties) {
        if (dnnl.dnnl_get_effective_cpu_isa() < dnnl.dnnl_cpu_isa_avx512_core_vnni
            && ranges.values().stream().anyMatch(ActivationRange::signed)) {
            return ties ? 0.1 : 0.02;
        }
        return ties ? 2e-3 : 2e-5;
    }

    /** Makes weights multiples of steps, which are returned. */
    private static Map<String, float[]> round(final NetworkSpec spec, final float[] weights) {
        final Map<String, float[]> all = new HashMap<>();
        for (final Tensor tensor : spec.tensors()) {
            if (tensor.shape().role() == Role.WEIGHT) {
                final float[] steps = new float[tensor.shape().shape()[0]];
                final int length = tensor.length() / steps.length;
                for (int k = 0; k < steps.length; k++) {
                    final int from = tensor.offset() + k * length;
                    for (int i = from; i < from + length; i++) {
                        steps[k] = Math.max(steps[k], Math.abs(weights[i]) / 127);
                    }
                    for (int i = from; i < from + length; i++) {
                        weights[i] = (float)Math.rint(weights[i] / steps[k]) * steps[k];
                    }
                }
                all.put(tensor.node(), steps);
            }
        }
        return all;
    }

    private static float[][] outputs(final NetworkSpec spec, final EightBits how, final float[] weights,
        final float[] pixels, final int threads, final String... nodes) throws CanceledException {
        try (Workers workers = Workers.open(threads);
            Replica replica = Kernels.open(spec, how, workers, Kernel.ONEDNN)) {
            replica.setWeights(weights);
            return replica.forward(new Pixels(pixels, IMAGES, spec.input()), Mode.EVALUATION, nodes);
        }
    }

    /** In the order of the nodes. */
    private static List<String> written(final NetworkSpec spec, final EightBits how, final String output)
        throws CanceledException {
        final Purpose purpose = Purpose.forward(spec, spec.input(), false, List.of(output));
        try (Workers workers = Workers.open(1)) {
            return workers.all(index -> {
                try (StoredWeights weights = new StoredWeights(spec.graph());
                    Plan plan = new Plan(spec.graph(), new Schedule(spec.graph(), purpose), purpose, 2, weights, how)) {
                    return IntStream.rangeClosed(1, spec.graph().last())
                        .filter(place -> plan.eightBits().has(place) && makesNumbers(spec.graph().node(place)))
                        .mapToObj(spec.graph()::name).toList();
                }
            }).get(0);
        }
    }

    /** Not of the image, which is never rounded. */
    private static boolean makesNumbers(final Node node) {
        return !node.inputs().contains(Node.INPUT) && (node.layer() instanceof Linear
            || node.layer() instanceof Pooling || node.layer() instanceof Addition);
    }

    /** With scores, which every network needs; they are not looked at. */
    private static NetworkSpec spec(final Node... nodes) {
        return spec(SHAPE, nodes);
    }

    private static NetworkSpec spec(final ImageShape shape, final Node... nodes) {
        return new NetworkSpec(shape, Stream.concat(Arrays.stream(nodes), Stream.of(new Node("scores",
            new Dense(2, Activation.IDENTITY), List.of(nodes[nodes.length - 1].name())))).toList());
    }

    private static Node conv(final String name, final int stride, final Activation activation, final String input) {
        return new Node(name, new Convolution(CHANNELS, 3, stride, 1, true, activation), List.of(input));
    }

    private static Node add(final String name, final Activation activation, final String... inputs) {
        return new Node(name, new Addition(activation), List.of(inputs));
    }
}
