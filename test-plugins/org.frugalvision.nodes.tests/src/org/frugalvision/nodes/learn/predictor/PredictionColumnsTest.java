// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import static org.junit.Assert.assertArrayEquals;

import org.junit.Test;

/** The order of the most probable classes. */
public class PredictionColumnsTest {

    @Test
    public void ofEquallyProbableClassesTheFirstComesFirst() {
        assertArrayEquals(new int[]{1, 3, 0, 2, 4, 5},
            PredictionColumns.order(new double[]{0.125, 0.375, 0, 0.375, 0, 0}));
    }
}
