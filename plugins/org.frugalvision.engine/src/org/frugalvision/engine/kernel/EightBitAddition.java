// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

/** An addition to which a convolution in whole numbers has already added itself: nothing is left to do. */
final class EightBitAddition implements EightBitKernel {

    private final Plan m_plan;

    private final int m_place;

    EightBitAddition(final Plan plan, final int place) {
        m_plan = plan;
        m_place = place;
    }

    @Override
    public boolean plan() {
        return m_plan.eightBits().has(m_place) || m_plan.hasMap(m_place);
    }
}
