// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import org.frugalvision.nodes.learn.predictor.CnnPredictorNodeParameters.LossReference;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.util.BooleanReference;

/** Which settings do something, by whether an earlier prediction is refined. */
final class RefinementEffects {

    private RefinementEffects() {
    }

    /** Whether an earlier prediction is refined. */
    static final class RefineReference implements BooleanReference {
    }

    /** Nothing is refined: all rows are predicted. */
    static final class AllRows implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getBoolean(RefineReference.class).isFalse();
        }
    }

    /** The loss is appended. */
    static final class Loss implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getPredicate(AllRows.class).and(initializer.getPredicate(LossReference.class));
        }
    }
}
