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
}
