// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.architecture;

/** An option that an architecture may read; see {@link ArchitectureOptions}. */
public enum ArchitectureOption {

    /** {@link ArchitectureOptions#width}. */
    WIDTH("Width multiplier", ""),

    /** {@link ArchitectureOptions#batchNorm}. */
    BATCH_NORM("Batch normalization",
        "It did not gain on LeNet: with 1,000 images of Fashion-MNIST and 30 epochs (3 seeds) the test accuracy was "
            + "0.826, without 0.834; on images covered by a black square 0.586 and 0.499."),

    /** {@link ArchitectureOptions#dropout}. */
    DROPOUT("Dropout",
        "At 0.5, on Fashion-MNIST (LeNet, 2,000 images, 10 epochs, 3 seeds) the mean recall was 0.841 instead of "
            + "0.836 and the mean loss 0.49 instead of 0.51, at no cost. On blood cells in color (1,000 images, 3 "
            + "seeds) 0.942 instead of 0.918 and 0.04 instead of 0.06."),

    /** {@link ArchitectureOptions#head}. */
    HEAD("Pooling before the last layers", ""),

    /** {@link ArchitectureOptions#mapDropout} and what belongs to it. */
    MAP_DROPOUT("Dropout of feature maps",
        "None of its patterns gains in short trainings: channels at 0.1, on Fashion-MNIST (LeNet, 2,000 images, 10 "
            + "epochs, 3 seeds) the mean recall was 0.835 instead of 0.836 and the mean loss 0.51 instead of 0.51; "
            + "blocks of 3 x 3 0.836 and 0.49, the largest values 0.812 and 0.59. On blood cells in color (1,000 "
            + "images, 3 seeds) 0.922 instead of 0.918 and 0.07 instead of 0.06."),

    /** {@link ArchitectureOptions#stochasticDepth}. */
    STOCHASTIC_DEPTH("Stochastic depth",
        "At 0.2, on Fashion-MNIST (ResNet-14, 2,000 images, 10 epochs, 3 seeds) the mean recall was 0.787 instead "
            + "of 0.785 and the mean loss 0.61 instead of 0.69.");

    private final String m_title;

    private final String m_verdict;

    ArchitectureOption(final String title, final String verdict) {
        m_title = title;
        m_verdict = verdict;
    }

    /** @return its visible name */
    public String title() {
        return m_title;
    }

    /** @return when it pays and when it does not; empty where it is a matter of size alone */
    public String verdict() {
        return m_verdict;
    }
}
