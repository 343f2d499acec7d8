// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

/** A layer in whole numbers where that is possible, and otherwise in single precision. */
final class EightBitLayer implements LayerKernel {

    private final EightBitKernel m_eightBit;

    private final LayerKernel m_single;

    EightBitLayer(final EightBitKernel eightBit, final LayerKernel single) {
        m_eightBit = eightBit;
        m_single = single;
    }

    @Override
    public void plan(final Work work) {
        if (work != Work.FORWARD || !m_eightBit.plan()) {
            m_single.plan(work);
        }
    }
}
