// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import java.util.Set;

import org.frugalvision.engine.run.MethodInfo;

/**
 * What a method of resampling tells about itself.
 *
 * @param id its name in files and settings
 * @param label its name for people
 * @param summary what it does, one sentence
 * @param paper where it comes from; empty if it is common knowledge
 * @param verdict when it pays and when it does not
 * @param traits what it may do; copied
 */
public record ResamplerInfo(String id, String label, String summary, String paper, String verdict,
    Set<Trait> traits) implements MethodInfo {

    /** What a method may do to an image; what it does not name it never does. */
    public enum Trait {
        /** Images may be there more than once. */
        REPEATS,
        /** Images may be left out. */
        DROPS
    }

    /** Copies the traits. */
    public ResamplerInfo {
        traits = Set.copyOf(traits);
    }

    /** Of a method that may do these. */
    ResamplerInfo(final String id, final String label, final String summary, final String paper,
        final String verdict, final Trait... traits) {
        this(id, label, summary, paper, verdict, Set.of(traits));
    }
}
