// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import java.util.Collections;
import java.util.Set;
import java.util.function.Predicate;

import org.frugalvision.engine.select.Need;
import org.frugalvision.engine.select.SelectorInfo;
import org.frugalvision.engine.select.Selectors;
import org.frugalvision.nodes.run.MethodChosen;
import org.frugalvision.nodes.select.subset.ImageSubsetSelectorNodeParameters.InImagesPerClass;
import org.frugalvision.nodes.select.subset.ImageSubsetSelectorNodeParameters.KCenterParameters;
import org.frugalvision.nodes.select.subset.ImageSubsetSelectorNodeParameters.MethodReference;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.util.BooleanReference;

/** Which settings do something, by what the chosen method must know. */
final class NeedEffects {

    private NeedEffects() {
    }

    /** Refers to "Choose class by class". */
    static final class PerClassReference implements BooleanReference {
    }

    /** Refers to the first image of k-center greedy. */
    static final class StartReference implements ParameterReference<KCenterParameters.Start> {
    }

    /** Whether labels are read. */
    static final class ReadsLabels implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer
                .getPredicate(
                    new Chosen(needing(Need.LABELS, Need.LABELLED, Need.ERROR_NORMS, Need.GRADIENT_NORMS)))
                .or(initializer.getBoolean(PerClassReference.class).isTrue())
                .or(initializer.getPredicate(new InImagesPerClass()));
        }
    }

    /** Whether images are looked at, by us or by the network. */
    static final class ReadsImages extends MethodChosen {
        ReadsImages() {
            super(MethodReference.class, ids(
                needing(Need.THUMBNAILS, Need.VECTORS, Need.EMBEDDINGS, Need.PROBABILITIES, Need.BOUNDARIES,
                    Need.DROPOUT, Need.DEEP_FOOL, Need.ITERATIVE, Need.ERROR_NORMS, Need.GRADIENT_NORMS,
                    Need.PRETEXT_LOSS)));
        }
    }

    /** Whether probabilities are read. */
    static final class ReadsProbabilities extends MethodChosen {
        ReadsProbabilities() {
            super(MethodReference.class, ids(needing(Need.PROBABILITIES)));
        }
    }

    /** Whether lists of numbers are read. */
    static final class ReadsVectors extends MethodChosen {
        ReadsVectors() {
            super(MethodReference.class, ids(needing(Need.VECTORS, Need.EMBEDDINGS)));
        }
    }

    /** Whether forgetting events are read. */
    static final class ReadsForgetting extends MethodChosen {
        ReadsForgetting() {
            super(MethodReference.class, ids(needing(Need.FORGETTING)));
        }
    }

    /** Whether chance decides anything. */
    static final class DrawsAtRandom implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            final EffectPredicate always = initializer.getPredicate(
                new Chosen(needing(Need.DROPOUT, Need.ERROR_NORMS, Need.GRADIENT_NORMS, Need.PRETEXT_LOSS)
                    .or(info -> info.traits().contains(SelectorInfo.Trait.DRAWS_AT_RANDOM))));
            return always.or(initializer.getString(MethodReference.class).isEqualTo("k-center")
                .and(initializer.getEnum(StartReference.class).isOneOf(KCenterParameters.Start.RANDOM)));
        }
    }

    /** Whether one of some methods is chosen. */
    private static final class Chosen extends MethodChosen {
        Chosen(final Predicate<SelectorInfo> wanted) {
            super(MethodReference.class, ids(wanted));
        }
    }

    private static Predicate<SelectorInfo> needing(final Need<?>... needs) {
        return info -> !Collections.disjoint(info.needs(), Set.of(needs));
    }

    private static String[] ids(final Predicate<SelectorInfo> wanted) {
        return Selectors.infos().stream().filter(wanted).map(SelectorInfo::id).toArray(String[]::new);
    }
}
