// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.Set;

import org.frugalvision.engine.run.MethodInfo;

/**
 * What a criterion tells about itself.
 *
 * @param id its name in files and settings
 * @param label its name for people
 * @param summary what it does, one sentence
 * @param paper where it comes from
 * @param verdict when it pays and when it does not
 * @param traits what it needs and promises; copied
 */
public record CriterionInfo(String id, String label, String summary, String paper, String verdict, Set<Trait> traits)
    implements MethodInfo {

    /** What a criterion needs and promises; the contract suite holds it to it. */
    public enum Trait {
        /** It looks at images, and so costs passes through the network. */
        NEEDS_IMAGES,
        /** It needs batch normalisation; channels without it stay. */
        NEEDS_NORMALIZATION,
        /** Its scores may depend on the seed for other reasons than which images it looks at. */
        DRAWS_AT_RANDOM,
        /** Its scores may be compared between groups as they are; others are divided by their root mean square. */
        COMPARABLE,
        /** It scales the channels that stay so that they make up for those that go. */
        RESCALES
    }

    /** Copies the traits. */
    public CriterionInfo {
        traits = Set.copyOf(traits);
    }

    /** Of a criterion with these traits. */
    CriterionInfo(final String id, final String label, final String summary, final String paper, final String verdict,
        final Trait... traits) {
        this(id, label, summary, paper, verdict, Set.of(traits));
    }

    /**
     * @param trait a trait
     * @return whether it has it
     */
    public boolean has(final Trait trait) {
        return traits.contains(trait);
    }
}
