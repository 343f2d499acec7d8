// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

/** The layouts of CIFAR's binary files: some bytes of labels, then 3 x 32 x 32 bytes of the image, red first. */
public enum CifarKind {
    /** CIFAR-10: one label, 0 to 9. */
    CIFAR10("CIFAR-10", 1, 0, 10),
    /** CIFAR-100 with its 20 coarse labels. */
    CIFAR100_COARSE("CIFAR-100 (20 classes)", 2, 0, 20),
    /** CIFAR-100 with its 100 fine labels. */
    CIFAR100_FINE("CIFAR-100 (100 classes)", 2, 1, 100);

    private final String m_title;

    private final int m_labelBytes;

    private final int m_label;

    private final int m_classes;

    CifarKind(final String title, final int labelBytes, final int label, final int classes) {
        m_title = title;
        m_labelBytes = labelBytes;
        m_label = label;
        m_classes = classes;
    }

    int labelBytes() {
        return m_labelBytes;
    }

    /** Which of the label bytes counts. */
    int label() {
        return m_label;
    }

    int classes() {
        return m_classes;
    }

    /** For messages. */
    @Override
    public String toString() {
        return m_title;
    }
}
