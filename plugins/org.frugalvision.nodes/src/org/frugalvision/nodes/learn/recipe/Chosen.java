// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.nodes.learn.recipe.CnnTrainingRecipeNodeParameters.MethodReference;
import org.frugalvision.nodes.run.MethodChosen;

/** Whether a method is chosen; each stands on the group of its settings. */
final class Chosen {

    private Chosen() {
    }

    /** {@code resizemix}. */
    static final class ResizeMix extends MethodChosen {
        ResizeMix() {
            super(MethodReference.class, "resizemix");
        }
    }

    /** {@code data-schedule}. */
    static final class DataSchedule extends MethodChosen {
        DataSchedule() {
            super(MethodReference.class, "data-schedule");
        }
    }

    /** {@code layer-freezing}. */
    static final class LayerFreezing extends MethodChosen {
        LayerFreezing() {
            super(MethodReference.class, "layer-freezing");
        }
    }

    /** {@code progressive-depth}. */
    static final class ProgressiveDepth extends MethodChosen {
        ProgressiveDepth() {
            super(MethodReference.class, "progressive-depth");
        }
    }

    /** {@code logit-adjustment}. */
    static final class LogitAdjustment extends MethodChosen {
        LogitAdjustment() {
            super(MethodReference.class, "logit-adjustment");
        }
    }

    /** {@code ldam}. */
    static final class Ldam extends MethodChosen {
        Ldam() {
            super(MethodReference.class, "ldam");
        }
    }

    /** {@code cosine-loss}. */
    static final class CosineLoss extends MethodChosen {
        CosineLoss() {
            super(MethodReference.class, "cosine-loss");
        }
    }

    /** {@code swa}. */
    static final class Swa extends MethodChosen {
        Swa() {
            super(MethodReference.class, "swa");
        }
    }

    /** {@code entropy-sgd}. */
    static final class EntropySgd extends MethodChosen {
        EntropySgd() {
            super(MethodReference.class, "entropy-sgd");
        }
    }

    /** {@code replicated-sgd}. */
    static final class ReplicatedSgd extends MethodChosen {
        ReplicatedSgd() {
            super(MethodReference.class, "replicated-sgd");
        }
    }

    /** {@code robust-accuracy}. */
    static final class RobustAccuracy extends MethodChosen {
        RobustAccuracy() {
            super(MethodReference.class, "robust-accuracy");
        }
    }

    /** {@code flatness}. */
    static final class Flatness extends MethodChosen {
        Flatness() {
            super(MethodReference.class, "flatness");
        }
    }

    /** {@code background-swap}. */
    static final class BackgroundSwap extends MethodChosen {
        BackgroundSwap() {
            super(MethodReference.class, "background-swap");
        }
    }
}
