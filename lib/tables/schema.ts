/** Why a whole file is not read. */
export type FileRefusal =
  | 'file_missing'
  | 'file_too_large'
  | 'file_not_text'
  | 'file_malformed'
  | 'file_lacks_columns'
  | 'file_empty'
  | 'file_too_long';
