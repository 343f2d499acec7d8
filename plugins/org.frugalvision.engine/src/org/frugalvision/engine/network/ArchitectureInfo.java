// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import org.frugalvision.engine.run.MethodInfo;

/**
 * What people are told about an architecture before it is chosen.
 *
 * @param id stored in settings, never changed
 * @param label name in drop-downs
 * @param summary one sentence
 * @param paper where it is described
 * @param verdict when it pays and when it does not
 */
public record ArchitectureInfo(String id, String label, String summary, String paper, String verdict)
    implements MethodInfo {
}
