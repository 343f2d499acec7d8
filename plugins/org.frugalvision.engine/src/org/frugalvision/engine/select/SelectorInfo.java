// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Set;

import org.frugalvision.engine.run.MethodInfo;

/**
 * What a selection method tells about itself.
 *
 * @param id its name in files and settings
 * @param label its name for people
 * @param summary what it does, one sentence
 * @param paper where it comes from
 * @param needs what it must know about the images; what it does not name is neither computed nor paid for
 * @param score what the score of a chosen image means
 * @param cost how the work grows
 * @param verdict when it pays and when it does not
 * @param traits what it promises; copied
 */
public record SelectorInfo(String id, String label, String summary, String paper, Set<Need<?>> needs, String score,
    String cost, String verdict, Set<Trait> traits) implements MethodInfo {

    /** What a selection method promises; the contract suite holds it to it. */
    public enum Trait {
        /** What it chooses depends on the seed. */
        DRAWS_AT_RANDOM,
        /** Its selections have weights, which sum to the number of images of the pool. */
        GIVES_WEIGHTS,
        /** It suggests a class for images whose label may be wrong or missing. */
        SUGGESTS_LABELS,
        /** As set by default, what an image adds never grows while others are chosen; lazy greedy chooses as greedy. */
        SUBMODULAR
    }

    /** Copies the needs. */
    public SelectorInfo {
        needs = Set.copyOf(needs);
        traits = Set.copyOf(traits);
    }

    /** Of a method that promises these. */
    SelectorInfo(final String id, final String label, final String summary, final String paper,
        final Set<Need<?>> needs, final String score, final String cost, final String verdict,
        final Trait... traits) {
        this(id, label, summary, paper, needs, score, cost, verdict, Set.of(traits));
    }
}
