// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Optional;

/**
 * On what is computed.
 *
 * @param gpu whether on a GPU
 * @param sentence for progress messages, e.g. "computing on the CPU"
 * @param warning why a GPU that is there is not used
 */
public record DeviceReport(boolean gpu, String sentence, Optional<String> warning) {
}
