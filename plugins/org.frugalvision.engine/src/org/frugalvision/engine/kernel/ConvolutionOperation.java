// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.javacpp.FloatPointer;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Convolution;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** A {@link Convolution} before its activation, by ND4J's operations. */
final class ConvolutionOperation implements ArrayOperation {

    private final Convolution m_layer;

    private final ImageShape m_input;

    private final ImageShape m_output;

    ConvolutionOperation(final Convolution layer, final ImageShape input) {
        m_layer = layer;
        m_input = input;
        m_output = layer.output(List.of(input));
    }

    @Override
    public void forward(final float[][] in, final float[] out, final ArrayBatch batch, final float[] weights) {
        final List<INDArray> inputs = withWeights(maps(batch, m_input, in[0]), weights);
        final INDArray result = maps(batch, m_output, null);
        run("conv2d", inputs, List.of(result));
        get(result, out, 0);
        inputs.forEach(INDArray::close);
        result.close();
    }

    @Override
    public void backward(final float[][] in, final float[] outGradient, final float[][] inGradients,
        final ArrayBatch batch, final float[] weights, final float[] gradient) {
        final List<INDArray> inputs = withWeights(maps(batch, m_input, in[0]), weights);
        inputs.add(maps(batch, m_output, outGradient));
        final List<INDArray> results = new ArrayList<>();
        results.add(maps(batch, m_input, null));
        results.add(array(null, 0, filters()));
        if (m_layer.bias()) {
            results.add(array(null, 0, m_layer.filters()));
        }
        run("conv2d_bp", inputs, results);
        if (inGradients[0] != null) {
            get(results.get(0), inGradients[0], 0);
        }
        get(results.get(1), gradient, 0);
        if (m_layer.bias()) {
            get(results.get(2), gradient, gradient.length - m_layer.filters());
        }
        inputs.forEach(INDArray::close);
        results.forEach(INDArray::close);
    }

    private List<INDArray> withWeights(final INDArray images, final float[] weights) {
        final List<INDArray> in = new ArrayList<>(List.of(images, array(weights, 0, filters())));
        if (m_layer.bias()) {
            in.add(array(weights, weights.length - m_layer.filters(), m_layer.filters()));
        }
        return in;
    }

    private long[] filters() {
        return new long[]{m_layer.filters(), m_input.channels(), m_layer.kernel(), m_layer.kernel()};
    }

    private static INDArray maps(final ArrayBatch batch, final ImageShape shape, final float[] values) {
        return array(values, 0, batch.images(), shape.channels(), shape.height(), shape.width());
    }

    /** Native memory outside of ND4J's workspaces; without values if there are none to copy. */
    private static INDArray array(final float[] values, final int from, final long... shape) {
        final INDArray array = Nd4j.createUninitializedDetached(DataType.FLOAT, shape);
        if (values != null) {
            pointer(array).put(values, from, (int)array.length());
        }
        return array;
    }

    private static void get(final INDArray array, final float[] values, final int from) {
        pointer(array).get(values, from, (int)array.length());
    }

    /**
     * The memory of an array. On a GPU the values are fetched first, and taken back by the next operation there; on the
     * CPU both calls do nothing.
     */
    private static FloatPointer pointer(final INDArray array) {
        Nd4j.getAffinityManager().ensureLocation(array, Location.HOST);
        Nd4j.getAffinityManager().tagLocation(array, Location.HOST);
        return (FloatPointer)array.data().pointer();
    }

    /** Window, steps, padding, no dilation, padding as given, channels first, filters before channels. */
    private void run(final String operation, final List<INDArray> in, final List<INDArray> out) {
        final int kernel = m_layer.kernel();
        final int stride = m_layer.stride();
        final int padding = m_layer.padding();
        Nd4j.exec(DynamicCustomOp.builder(operation).addInputs(in.toArray(INDArray[]::new))
            .addOutputs(out.toArray(INDArray[]::new))
            .addIntegerArguments(kernel, kernel, stride, stride, padding, padding, 1, 1, 0, 0, 1)
            .build());
    }
}
