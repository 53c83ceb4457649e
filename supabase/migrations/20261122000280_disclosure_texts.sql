-- What a text has to say so that it discloses anything: that replies are automated or made by an AI.

-- Lower case without accents, straight apostrophes, and a bare "AI" told from the Italian and
-- French "ai": the abbreviation is written in capitals, or in words that leave no doubt.
create function private.disclosing_form(body text)
returns text
language sql
immutable
set search_path = ''
as $$
  select regexp_replace(
    translate(
      lower(
        regexp_replace(
          regexp_replace(body, '[’`´]', '''', 'g'),
          '\mA\.?I\M\.?|\mI\.?A\M\.?|\mK\.?I\M\.?', ' artificialmind ', 'g'
        )
      ),
      'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy'
    ),
    '\s+', ' ', 'g'
  )
$$;

-- Whether a text says in English, Spanish, Portuguese, German, French or Italian that an automatic
-- thing answers here. A text that denies it ("not a bot", "no AI here", "kein Bot") does not,
-- whatever else it says. Better a true text refused, with a word on what to write, than a text
-- accepted that tells nothing.
create function private.says_automated(body text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  with terms as (
    select
      '(?:artificialmind|(?:an|by|our|the|with) ai\M|ai[- ](?:assistant|generated|powered|written|made|model|bot|chat\w*)'
      '|artificial intelligence|inteligenc?ia artificial|intelligence artificielle'
      '|intelligenza artificiale|kunstliche\w* intelligenz'
      '|(?:una|uma|une|un''|d''une|por|par|pela|da|de|di) ?ia\M'
      '|(?:eine[rn]?|der|durch|mit|von) ki\M|ki-\w+'
      '|(?:chat|ro)?bots?\M|roboters?\M|robo\M|robots?\M'
      '|automat(?:ed|ic|ically|isch\w*|isiert\w*|ico|ica|icos|icas|icamente|izado|izada|izados|izadas|ise|isee|ises|isees|ique|iques|iquement|izzat[oaie]|ici|iche)\M'
      '|(?:virtual|digital) assistant|asistente (?:virtual|digital)|assistente (?:virtuale?|digitale?)'
      '|virtuelle\w* assistent\w*|digitale\w* assistent\w*|assistante? virtuel(?:le)?|language model'
      '|chat-?gpt|computer[- ]generated|by a machine|software)'::text as term,
      '(?:not|no|never|none|nobody|without|zero|0|cannot|\w+n''t|isnt|arent|dont|kein\w*|nicht|nie|niemals|ohne'
      '|sin|nunca|jamas|ni|nao|nem|sem|ningun\w*|nenhum\w*|pas|jamais|aucune?|sans|non|ni|nessun\w*|senza|mai)'
      ::text as denial,
      private.disclosing_form(coalesce(body, '')) as form
  ),
  -- "Not a person but an AI" denies the person.
  said as (
    select
      terms.form,
      terms.term,
      terms.form ~ ('\m' || terms.denial || '\M '
        || '(?:(?!but\M|sino\M|sondern\M|mais\M|mas\M|ma\M|bensi\M|human|person|people|mensch|mujer|women|woman|man\M|hombre|umano|umana|pessoa)[\w''-]+ ){0,3}'
        || terms.term)
      or terms.form ~ (terms.term || '[- ](?:free|frei)\M')
      or terms.form ~ (terms.term || '\w*[?:]? *(?:is|are|does|do|will|was|ist|sind|wird|es|son|e|sao|est|sont|sono)? ?(?:not|never|nicht|nie|nunca|jamas|jamais|mai)\M')
      or terms.form ~ ('^[^.!]*' || terms.term || ' ?\? ?(?:no|nope|nein|nao|non|never|nie|nunca|jamais|mai)\M')
        as denied
    from terms
  )
  select coalesce(
    said.form ~ ('(?:^|[^\w])' || said.term)
      and not said.denied
      -- Of what it is said: whoever answers, or what is written.
      and said.form ~ ('\m(?:repl(?:y|ies|ied)|answer\w*|respon[ds]\w*|messag\w*|chat\w*|writ\w*|talk\w*|text\w*|assist\w*'
        || '|here|speak\w*|behalf|generated|account|profile|conversation\w*|i''m|i am|you''re|this is'
        || '|conte?st\w*|respuest\w*|respost\w*|mensaj\w*|escri\w*|habl\w*|asist\w*|aqui|soy|mensage\w*|fal\w*|sou|perfil|cuenta|conta'
        || '|antwort\w*|nachricht\w*|schreib\w*|geschrieben\w*|verfasst\w*|hier|ich bin|redest|erstellt\w*|generier\w*|profil'
        || '|repon\w*|ecri\w*|redig\w*|parl\w*|ici|je suis|gener\w*|genere\w*|rispo\w*|scri\w*|qui|sono|profilo|conversa\w*)\M'),
    false
  )
  from said
$$;

-- A creator whose replies go out by themselves has a text that says so. In approve mode, where a
-- person releases each of them, it may say anything or be missing.
create function private.check_disclosure(is_auto boolean, disclosure text)
returns boolean
language plpgsql
immutable
security definer
set search_path = ''
as $$
begin
  if is_auto and not private.says_automated(disclosure) then
    raise check_violation using
      constraint = 'auto_needs_a_disclosure_text',
      message = case
        when length(trim(disclosure)) = 0
          then 'auto_needs_a_disclosure_text: creators.disclosure is empty, so automation cannot be auto'
        else 'auto_needs_a_disclosure_text: creators.disclosure does not say that replies are automated or made by an AI, so automation cannot be auto'
      end,
      detail = 'Fans have a right to know what answers them; in approve mode a person releases every reply.',
      hint = 'Write something like "Replies here are written by an AI assistant on behalf of Luna." (English, Spanish, Portuguese, German, French or Italian), and nothing that denies it; or set automation to approve.';
  end if;
  return true;
end;
$$;

grant execute on function private.check_disclosure to service_role;
