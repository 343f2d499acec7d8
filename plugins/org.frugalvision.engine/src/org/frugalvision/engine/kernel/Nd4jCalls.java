// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.dl4j.Backend;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.reduce.same.Sum;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's operations with their arguments in the order of libnd4j. Where one of several for the same purpose was taken,
 * it is the fastest one that is right: docs/decisions/0018.
 */
final class Nd4jCalls {

    private Nd4jCalls() {
    }

    /** Sizes of 1 are stretched. */
    static void add(final INDArray left, final INDArray right, final INDArray out) {
        run("add", List.of(left, right), List.of(out));
    }

    /** Sizes of 1 are stretched. */
    static void subtract(final INDArray left, final INDArray right, final INDArray out) {
        run("subtract", List.of(left, right), List.of(out));
    }

    /** Sizes of 1 are stretched. */
    static void multiply(final INDArray left, final INDArray right, final INDArray out) {
        run("multiply", List.of(left, right), List.of(out));
    }

    /** Repeats values where their size is 1; {@code INDArray.assign} does nothing there, without a word. */
    static void stretch(final INDArray values, final INDArray out) {
        run("assign", List.of(out, values), List.of(out));
    }

    static void multiplyMatrices(final INDArray left, final boolean leftTransposed, final INDArray right,
        final boolean rightTransposed, final INDArray out) {
        run("matmul", List.of(left, right), List.of(out), leftTransposed ? 1 : 0,
            rightTransposed ? 1 : 0);
    }

    /** Leaves the dimension out. */
    static void sumDimension(final INDArray values, final int dimension, final INDArray sums) {
        Nd4j.exec(new Sum(values, sums, false, dimension));
    }

    static void concatenate(final List<INDArray> in, final int dimension, final INDArray out) {
        run("concat", in, List.of(out), dimension);
    }

    /** Channels first, dilation 1; filters (out, in, rows, columns). */
    static void convolve(final List<INDArray> inputFiltersBias, final Sliding sliding, final INDArray out) {
        run("conv2d", inputFiltersBias, List.of(out), sliding.arguments(1));
    }

    /** The gradients by input, filters and bias from these and that by the output, which comes last. */
    static void convolveBack(final List<INDArray> in, final Sliding sliding, final List<INDArray> out) {
        run("conv2d_bp", in, out, sliding.arguments(1));
    }

    /** Whether depthwise convolution has code of its own: without oneDNN and CUDA it takes many times as long. */
    static boolean hasDepthwise() {
        return Backend.start().usesGpu() || Backend.start().hasOnednn();
    }

    /** Filters (rows, columns, channels, 1): in every other order it takes a hundred times as long. */
    static void convolveDepthwise(final List<INDArray> inputFiltersBias, final Sliding sliding, final INDArray out) {
        run("depthwise_conv2d", inputFiltersBias, List.of(out), sliding.arguments(0));
    }

    static void convolveDepthwiseBack(final List<INDArray> in, final Sliding sliding, final List<INDArray> out) {
        run("depthwise_conv2d_bp", in, out, sliding.arguments(0));
    }

    static void pool(final Pool pool, final INDArray in, final Sliding sliding, final INDArray out) {
        run(pool.m_operation, List.of(in), List.of(out), sliding.poolArguments());
    }

    /** Of equal maxima of a window the first one in row order gets the gradient. */
    static void poolBack(final Pool pool, final INDArray in, final INDArray outGradient, final Sliding sliding,
        final INDArray inGradient) {
        run(pool.m_operation + "_bp", List.of(in, outGradient), List.of(inGradient),
            sliding.poolArguments());
    }

    /** For windows as large as the maps: without oneDNN, which takes three to six times as long for them. */
    static void poolAll(final Pool pool, final INDArray in, final Sliding sliding, final INDArray out) {
        runPlainly(pool.m_operation, List.of(in), out, sliding.poolArguments());
    }

    static void poolAllBack(final Pool pool, final INDArray in, final INDArray outGradient, final Sliding sliding,
        final INDArray inGradient) {
        runPlainly(pool.m_operation + "_bp", List.of(in, outGradient), inGradient, sliding.poolArguments());
    }

    private static void runPlainly(final String operation, final List<INDArray> in, final INDArray out,
        final int... integers) {
        final OpContext context = Nd4j.getExecutioner().buildContext();
        context.setInputArrays(in);
        context.setOutputArrays(out);
        context.setIArguments(Arrays.stream(integers).asLongStream().toArray());
        context.allowHelpers(false);
        Nd4j.exec(DynamicCustomOp.builder(operation).build(), context);
        context.purge();
    }

    private static void run(final String operation, final List<INDArray> in, final List<INDArray> out,
        final int... integers) {
        Nd4j.exec(DynamicCustomOp.builder(operation).addInputs(in.toArray(INDArray[]::new))
            .addOutputs(out.toArray(INDArray[]::new)).addIntegerArguments(integers).build());
    }

    /** What becomes of the values under a window; padding counts as zeros in a mean and never as a maximum. */
    enum Pool {
        MAXIMUM("maxpool2d"), MEAN("avgpool2d");

        private final String m_operation;

        Pool(final String operation) {
            m_operation = operation;
        }
    }

    /** How a window moves over the maps. */
    record Sliding(int height, int width, int stride, int padding) {

        /** Window, steps, padding, dilation; padding as given; channels first; order of the filters. */
        private int[] arguments(final int filters) {
            return new int[]{height, width, stride, stride, padding, padding, 1, 1, 0, 0, filters};
        }

        /** The same with: padding counts; channels first. */
        private int[] poolArguments() {
            return new int[]{height, width, stride, stride, padding, padding, 1, 1, 0, 1, 0};
        }
    }
}
