// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import org.frugalvision.nodes.run.MethodChosen;

/** Whether one of some methods is chosen, so that fields that do nothing for the others are hidden. */
final class MethodPredicates {

    private MethodPredicates() {
    }

    /** Whether the method is chosen. */
    static final class IsKCenter extends MethodChosen {
        IsKCenter() {
            super(ImageSubsetSelectorNodeParameters.MethodReference.class, "k-center");
        }
    }

    /** Whether the method is chosen. */
    static final class IsGraphCut extends MethodChosen {
        IsGraphCut() {
            super(ImageSubsetSelectorNodeParameters.MethodReference.class, "graph-cut");
        }
    }

    /** Whether the method is chosen. */
    static final class IsKCenterPca extends MethodChosen {
        IsKCenterPca() {
            super(ImageSubsetSelectorNodeParameters.MethodReference.class, "k-center-pca");
        }
    }

    /** Whether the method is chosen. */
    static final class IsDisparity extends MethodChosen {
        IsDisparity() {
            super(ImageSubsetSelectorNodeParameters.MethodReference.class, "disparity");
        }
    }

    /** Whether the method is chosen. */
    static final class IsSimilarMutualInformation extends MethodChosen {
        IsSimilarMutualInformation() {
            super(ImageSubsetSelectorNodeParameters.MethodReference.class, "similar-mutual-information");
        }
    }

    /** Whether the method is chosen. */
    static final class IsSimilarConditionalGain extends MethodChosen {
        IsSimilarConditionalGain() {
            super(ImageSubsetSelectorNodeParameters.MethodReference.class, "similar-conditional-gain");
        }
    }

    /** Whether the method is chosen. */
    static final class IsSimilarConditionalMutualInformation extends MethodChosen {
        IsSimilarConditionalMutualInformation() {
            super(ImageSubsetSelectorNodeParameters.MethodReference.class, "similar-conditional-mutual-information");
        }
    }

    /** Whether the method is chosen. */
    static final class IsProbcover extends MethodChosen {
        IsProbcover() {
            super(ImageSubsetSelectorNodeParameters.MethodReference.class, "probcover");
        }
    }

    /** Whether the method is chosen. */
    static final class IsBatchBald extends MethodChosen {
        IsBatchBald() {
            super(ImageSubsetSelectorNodeParameters.MethodReference.class, "batch-bald");
        }
    }

    /** Whether the method is chosen. */
    static final class IsCeal extends MethodChosen {
        IsCeal() {
            super(ImageSubsetSelectorNodeParameters.MethodReference.class, "ceal");
        }
    }

    /** Whether the method is chosen. */
    static final class IsPt4alStart extends MethodChosen {
        IsPt4alStart() {
            super(ImageSubsetSelectorNodeParameters.MethodReference.class, "pt4al-start");
        }
    }

    /** Whether the method is chosen. */
    static final class IsPt4al extends MethodChosen {
        IsPt4al() {
            super(ImageSubsetSelectorNodeParameters.MethodReference.class, "pt4al");
        }
    }

    /** Whether the method is chosen. */
    static final class IsGlister extends MethodChosen {
        IsGlister() {
            super(ImageSubsetSelectorNodeParameters.MethodReference.class, "glister");
        }
    }

    /** Whether the method is chosen. */
    static final class IsSparseApproximation extends MethodChosen {
        IsSparseApproximation() {
            super(ImageSubsetSelectorNodeParameters.MethodReference.class, "sparse-approximation");
        }
    }

    /** Whether the method looks at passes with dropout. */
    static final class IsDropout extends MethodChosen {
        IsDropout() {
            super(ImageSubsetSelectorNodeParameters.MethodReference.class, "variation-ratios", "mean-sd", "bald",
                "batch-bald");
        }
    }

    /** Whether the method looks at networks early in training. */
    static final class IsEarly extends MethodChosen {
        IsEarly() {
            super(ImageSubsetSelectorNodeParameters.MethodReference.class, "el2n", "grand");
        }
    }

    /** Whether the method looks at the round before. */
    static final class IsTod extends MethodChosen {
        IsTod() {
            super(ImageSubsetSelectorNodeParameters.MethodReference.class, "tod");
        }
    }

    /** Whether the method looks at a pretext task. */
    static final class IsPretext extends MethodChosen {
        IsPretext() {
            super(ImageSubsetSelectorNodeParameters.MethodReference.class, "pt4al-start", "pt4al");
        }
    }
}
