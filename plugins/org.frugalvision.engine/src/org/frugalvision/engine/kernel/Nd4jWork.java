// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What an {@link Nd4jOperation} works with.
 *
 * @param memory lends arrays, which are to be given back unless they are needed on the way back
 * @param transfers between the heap and ND4J
 * @param batch which images
 * @param weights of the node, in the order of its tensors; not to be changed
 */
record Nd4jWork(Nd4jMemory memory, Nd4jTransfers transfers, ArrayBatch batch, INDArray[] weights) {

    int images() {
        return batch.images();
    }

    /** An array of any values. */
    INDArray take(final long... shape) {
        return memory.take(shape);
    }

    /** A copy in C order of an array or a view. */
    INDArray copy(final INDArray values) {
        final INDArray copy = memory.take(values.shape());
        copy.assign(values);
        return copy;
    }

    void giveBack(final INDArray... arrays) {
        memory.giveBack(arrays);
    }

    /** The sum of each row. */
    void sumRows(final INDArray matrix, final INDArray sums) {
        Nd4jCalls.multiplyMatrices(matrix, false, memory.ones(matrix.size(1)), true, sums);
    }

    /** The sum of each column. */
    void sumColumns(final INDArray matrix, final INDArray sums) {
        Nd4jCalls.multiplyMatrices(memory.ones(matrix.size(0)), false, matrix, false, sums);
    }

    /** The sum of each channel of maps, as a row: first over every plane, then over the images. */
    void sumChannels(final INDArray maps, final INDArray sums) {
        final long planes = maps.size(0) * maps.size(1);
        final INDArray each = memory.take(planes, 1);
        sumRows(maps.reshape(planes, maps.size(2) * maps.size(3)), each);
        sumColumns(each.reshape(maps.size(0), maps.size(1)), sums);
        memory.giveBack(each);
    }
}
