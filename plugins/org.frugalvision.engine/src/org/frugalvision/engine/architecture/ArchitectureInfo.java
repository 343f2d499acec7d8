// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.architecture;

import java.util.Set;

import org.frugalvision.engine.run.MethodInfo;

/**
 * What people are told about an architecture before it is chosen.
 *
 * @param id stored in settings, never changed
 * @param label name in drop-downs
 * @param summary one sentence
 * @param paper where it is described
 * @param verdict when it pays and when it does not
 * @param options the options it reads; copied
 * @param smallest rows and columns that images must have at least
 */
public record ArchitectureInfo(String id, String label, String summary, String paper, String verdict,
    Set<ArchitectureOption> options, int smallest) implements MethodInfo {

    /** Copies the options. */
    public ArchitectureInfo {
        options = Set.copyOf(options);
    }
}
