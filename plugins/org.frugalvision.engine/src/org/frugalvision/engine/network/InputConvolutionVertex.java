// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.util.List;

import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.frugalvision.engine.image.ImageShape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A {@link Convolution} of the network's input. Nobody needs the gradient by the images, but ND4J's operation always
 * computes it, and with few channels that takes oneDNN longer than all the rest; so this one lowers each image to a
 * matrix, a column per position of the window and a row per value under it, and multiplies it by the filters.
 */
final class InputConvolutionVertex extends OperationVertex {

    private static final long serialVersionUID = 1L;

    private final transient Convolution m_layer;

    private final transient Lowering m_lowering;

    private final transient ImageShape m_output;

    private final transient Cutoff m_cutoff;

    private final transient Scratch m_scratch;

    private final float[] m_weights;

    private final int m_rows;

    private final int m_columns;

    private transient INDArray m_result;

    InputConvolutionVertex(final Place place, final Convolution layer, final ImageShape input, final Cutoff cutoff,
        final Scratch scratch) {
        super(place);
        m_layer = layer;
        m_output = layer.output(List.of(input));
        m_lowering = new Lowering(layer, input, m_output);
        m_cutoff = cutoff;
        m_scratch = scratch;
        m_weights = new float[place.weights().length()];
        m_rows = m_lowering.rows();
        m_columns = m_lowering.columns();
    }

    @Override
    INDArray forward(final boolean training, final LayerWorkspaceMgr workspaces) {
        final int images = (int)inputs[0].size(0);
        final INDArray result =
            activations(workspaces, images, m_output.channels(), m_output.height(), m_output.width());
        final FloatPointer filters = filters(workspaces);
        final FloatPointer target = new FloatPointer(Scratch.pointer(result));
        forEachImage(workspaces,
            (image, lowered) -> cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m_layer.filters(), m_columns,
                m_rows, 1, filters, m_rows, lowered, m_columns, 0, target.position((long)image * m_output.size()),
                m_columns));
        m_result = training ? result : null;
        return m_cutoff.applied(result);
    }

    @Override
    INDArray[] backward(final INDArray outGradient, final LayerWorkspaceMgr workspaces) {
        final FloatPointer masked = new FloatPointer(Scratch.pointer(m_cutoff.gradient(m_result, outGradient)));
        final FloatPointer sum = matrix(workspaces, m_layer.filters(), m_rows);
        forEachImage(workspaces,
            (image, lowered) -> cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, m_layer.filters(), m_rows,
                m_columns, 1, masked.position((long)image * m_output.size()), m_columns, lowered, m_columns,
                image == 0 ? 0 : 1, sum, m_rows));
        writeGradient(0, fromFilters(sum));
        m_result = null;
        return new INDArray[]{null};
    }

    private void forEachImage(final LayerWorkspaceMgr workspaces, final ImageWork work) {
        final float[] in = m_scratch.copy(0, input(0));
        final float[] lowered = m_scratch.array(2, m_rows * m_columns);
        final FloatPointer matrix = matrix(workspaces, m_rows, m_columns);
        for (int image = 0; image < inputs[0].size(0); image++) {
            m_lowering.lower(in, image, lowered);
            matrix.put(lowered, 0, m_rows * m_columns);
            work.accept(image, matrix);
        }
    }

    /** The filters, a row each, with the bias as last value: the last row of a lowered image is ones. */
    private FloatPointer filters(final LayerWorkspaceMgr workspaces) {
        readWeights(0, m_weights);
        if (!m_layer.bias()) {
            return matrix(workspaces, m_layer.filters(), m_rows).put(m_weights);
        }
        final float[] filters = new float[m_weights.length];
        for (int filter = 0; filter < m_layer.filters(); filter++) {
            System.arraycopy(m_weights, filter * (m_rows - 1), filters, filter * m_rows, m_rows - 1);
            filters[(filter + 1) * m_rows - 1] = m_weights[m_layer.filters() * (m_rows - 1) + filter];
        }
        return matrix(workspaces, m_layer.filters(), m_rows).put(filters);
    }

    private float[] fromFilters(final FloatPointer filters) {
        final float[] values = new float[m_weights.length];
        filters.get(values);
        if (!m_layer.bias()) {
            return values;
        }
        final float[] weights = new float[values.length];
        for (int filter = 0; filter < m_layer.filters(); filter++) {
            System.arraycopy(values, filter * m_rows, weights, filter * (m_rows - 1), m_rows - 1);
            weights[m_layer.filters() * (m_rows - 1) + filter] = values[(filter + 1) * m_rows - 1];
        }
        return weights;
    }

    private static FloatPointer matrix(final LayerWorkspaceMgr workspaces, final int rows, final int columns) {
        return Scratch.pointer(workspaces.createUninitialized(ArrayType.FF_WORKING_MEM, DataType.FLOAT,
            new long[]{rows, columns}, 'c'));
    }

    @FunctionalInterface
    private interface ImageWork {
        void accept(int image, FloatPointer lowered);
    }
}
